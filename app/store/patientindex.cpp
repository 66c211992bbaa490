// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/patientindex.h"

#include "app/domain/personname.h"
#include "app/store/namesound.h"
#include "app/store/patientquery.h"
#include "app/store/patientwords.h"

#include <QByteArrayMatcher>
#include <QHash>
#include <QMutex>
#include <QSet>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int wholeWordBonus = 8;
constexpr int firstTier = 60;
constexpr int typoScore = 40;
constexpr int soundScore = 30;
constexpr int archivedMalus = 5;
constexpr qsizetype shortestTypo = 4; //!< below that, one letter is too much of the word

//! Where a record's pieces begin in the buffers; each ends where its next one, or the next record,
//! begins. 32 bytes a patient.
struct Record {
    quint32 shown = 0; //!< id, name and phone in m_shown, one after the other
    quint32 keys = 0; //!< folded words in m_keys, a blank before each
    quint32 sounds = 0; //!< in m_sounds, likewise
    quint32 digits = 0; //!< numbers in m_digits, a blank before each
    qint32 birth = 0; //!< Julian day; 0 = unknown
    quint16 idSize = 0;
    quint16 nameSize = 0;
    quint16 phoneSize = 0;
    bool archived = false;
    bool dead = false; //!< replaced by a later record of the same patient
};

//! Sixteen bytes for any id.
QUuid keyOf(const QByteArray &id)
{
    const QUuid own = QUuid::fromString(QString::fromUtf8(id));
    return own.isNull() ? QUuid::createUuidV5(QUuid(), id) : own;
}

} // namespace

class PatientIndex::Private
{
public:
    void reserve(qsizetype count)
    {
        m_records.reserve(count);
        m_shown.reserve(count * 64);
        m_keys.reserve(count * 40);
        m_sounds.reserve(count * 20);
        m_digits.reserve(count * 14);
        m_places.reserve(count);
    }

    void add(const Patient &patient)
    {
        const QByteArray id = patient.id.value.toUtf8();
        const QUuid key = keyOf(id);
        const auto old = m_places.constFind(key);
        if (old != m_places.cend()) {
            m_records[*old].dead = true;
            ++m_dead;
        }
        const QStringList words = searchWordsOf(patient);
        const QByteArray name = patient.displayName().left(300).toUtf8();
        const QByteArray phone =
            (patient.mobile.isEmpty() ? patient.phone : patient.mobile).left(80).toUtf8();
        Record record;
        record.shown = quint32(m_shown.size());
        record.keys = quint32(m_keys.size());
        record.sounds = quint32(m_sounds.size());
        record.digits = quint32(m_digits.size());
        record.birth = patient.birthDate.isValid() ? qint32(patient.birthDate.toJulianDay()) : 0;
        record.idSize = quint16(id.size());
        record.nameSize = quint16(name.size());
        record.phoneSize = quint16(phone.size());
        record.archived = patient.archived;
        m_shown += id + name + phone;
        m_keys += withBlanks(words) + '\n';
        m_sounds += soundsOf(words) + '\n';
        m_digits += numbersOf(patient) + '\n';
        m_places.insert(key, int(m_records.size()));
        m_records.append(record);
    }

    //! Gives the room of replaced records back once they are many.
    void compact()
    {
        if (m_dead < 1000 || m_dead * 4 < m_records.size())
            return;
        Private fresh;
        fresh.reserve(m_records.size() - m_dead);
        for (int i = 0; i < int(m_records.size()); ++i) {
            Record record = m_records.at(i);
            if (record.dead)
                continue;
            const QByteArrayView shown = QByteArrayView(m_shown).sliced(
                record.shown, record.idSize + record.nameSize + record.phoneSize);
            const QByteArrayView keys = keysOf(i);
            const QByteArrayView sounds = soundsOfRecord(i);
            const QByteArrayView digits = digitsOfRecord(i);
            const QByteArray id = idOf(i);
            record.shown = quint32(fresh.m_shown.size());
            record.keys = quint32(fresh.m_keys.size());
            record.sounds = quint32(fresh.m_sounds.size());
            record.digits = quint32(fresh.m_digits.size());
            fresh.m_shown.append(shown);
            fresh.m_keys.append(keys);
            fresh.m_sounds.append(sounds);
            fresh.m_digits.append(digits);
            fresh.m_places.insert(keyOf(id), int(fresh.m_records.size()));
            fresh.m_records.append(record);
        }
        swap(fresh);
    }

    void swap(Private &other)
    {
        m_records.swap(other.m_records);
        m_shown.swap(other.m_shown);
        m_keys.swap(other.m_keys);
        m_sounds.swap(other.m_sounds);
        m_digits.swap(other.m_digits);
        m_places.swap(other.m_places);
        std::swap(m_dead, other.m_dead);
    }

    int size() const { return int(m_records.size()) - m_dead; }

    QList<PatientMatch> search(const PatientQuery &query, int limit) const;
    QList<PatientMatch> similar(const Patient &patient, int limit) const;

    mutable QMutex mutex;
    bool ready = false;

private:
    struct Hit {
        int record = 0;
        int score = 0;
    };

    QByteArrayView slice(const QByteArray &buffer, quint32 Record::*begin, int i) const
    {
        const qsizetype from = m_records.at(i).*begin;
        const qsizetype to =
            i + 1 < int(m_records.size()) ? qsizetype(m_records.at(i + 1).*begin) : buffer.size();
        return QByteArrayView(buffer).sliced(from, to - from);
    }
    QByteArrayView keysOf(int i) const { return slice(m_keys, &Record::keys, i); }
    QByteArrayView soundsOfRecord(int i) const { return slice(m_sounds, &Record::sounds, i); }
    QByteArrayView digitsOfRecord(int i) const { return slice(m_digits, &Record::digits, i); }
    QByteArray idOf(int i) const
    {
        return m_shown.mid(m_records.at(i).shown, m_records.at(i).idSize);
    }

    //! Calls visit(record) for each living record whose slice of a buffer holds the pattern: one
    //! pass over flat memory.
    template <class Visit>
    void scan(const QByteArray &buffer, quint32 Record::*begin, const QByteArray &pattern,
              Visit visit) const
    {
        const QByteArrayMatcher matcher(pattern);
        qsizetype at = matcher.indexIn(buffer, 0);
        auto record = m_records.begin();
        while (at >= 0) {
            record = std::prev(std::upper_bound(
                record, m_records.end(), quint32(at),
                [begin](quint32 place, const Record &each) { return place < each.*begin; }));
            if (!record->dead)
                visit(int(record - m_records.begin()));
            // On to the next record: one hit in each is enough.
            if (++record == m_records.end())
                return;
            at = matcher.indexIn(buffer, qsizetype((*record).*begin));
        }
    }

    bool fitsFacts(const PatientQuery &query, int i) const;
    int wordScore(QByteArrayView keys, const QList<QByteArray> &words) const;
    bool fitsWithTypos(QByteArrayView keys, const QList<QByteArray> &words) const;
    QList<PatientMatch> best(QList<Hit> &hits, int limit) const;
    PatientMatch matchOf(const Hit &hit) const;

    QList<Record> m_records;
    QByteArray m_shown;
    QByteArray m_keys;
    QByteArray m_sounds;
    QByteArray m_digits;
    QHash<QUuid, int> m_places;
    int m_dead = 0;
};

//! Numbers and birth date; each must fit where it was typed.
bool PatientIndex::Private::fitsFacts(const PatientQuery &query, int i) const
{
    const Record &record = m_records.at(i);
    if (query.birth.isValid() && record.birth != query.birth.toJulianDay())
        return false;
    if (query.digits.isEmpty())
        return true;
    if (query.maybeBirth.isValid() && record.birth == query.maybeBirth.toJulianDay())
        return true;
    const QByteArrayView numbers = digitsOfRecord(i);
    return std::any_of(query.digits.begin(), query.digits.end(), [&](const QByteArray &digits) {
        // A short number is the beginning of one, a longer one may be any part.
        return digits.size() < 3 ? numbers.contains(QByteArray(' ' + digits))
                                 : numbers.contains(digits);
    });
}

//! 0 = not all words begin a word of the key.
int PatientIndex::Private::wordScore(QByteArrayView keys, const QList<QByteArray> &words) const
{
    int score = firstTier;
    for (const QByteArray &word : words) {
        const qsizetype at = keys.indexOf(QByteArray(' ' + word));
        if (at < 0)
            return 0;
        const qsizetype end = at + 1 + word.size();
        const bool whole = end >= keys.size() || keys[end] == ' ' || keys[end] == '\n';
        score += whole ? wholeWordBonus : 0;
        score += at == 0 ? 2 : 0;
    }
    return score;
}

bool PatientIndex::Private::fitsWithTypos(QByteArrayView keys, const QList<QByteArray> &words) const
{
    for (const QByteArray &word : words) {
        if (keys.indexOf(QByteArray(' ' + word)) >= 0)
            continue;
        if (word.size() < shortestTypo)
            return false;
        bool fits = false;
        qsizetype at = 1;
        while (!fits && at < keys.size()) {
            qsizetype end = at;
            while (end < keys.size() && keys[end] != ' ' && keys[end] != '\n')
                ++end;
            fits = beginsWithOneTypo(keys.sliced(at, end - at), word);
            at = end + 1;
        }
        if (!fits)
            return false;
    }
    return true;
}

PatientMatch PatientIndex::Private::matchOf(const Hit &hit) const
{
    const Record &record = m_records.at(hit.record);
    const QByteArrayView shown(m_shown);
    PatientMatch match;
    match.id = PatientId(QString::fromUtf8(shown.sliced(record.shown, record.idSize)));
    match.name = QString::fromUtf8(shown.sliced(record.shown + record.idSize, record.nameSize));
    match.phone = QString::fromUtf8(
        shown.sliced(record.shown + record.idSize + record.nameSize, record.phoneSize));
    if (record.birth != 0)
        match.birthDate = QDate::fromJulianDay(record.birth);
    match.score = hit.score;
    match.archived = record.archived;
    return match;
}

QList<PatientMatch> PatientIndex::Private::best(QList<Hit> &hits, int limit) const
{
    for (Hit &hit : hits) {
        if (m_records.at(hit.record).archived)
            hit.score = std::max(1, hit.score - archivedMalus);
    }
    const auto before = [this](const Hit &a, const Hit &b) {
        if (a.score != b.score)
            return a.score > b.score;
        const QByteArrayView keysA = keysOf(a.record);
        const QByteArrayView keysB = keysOf(b.record);
        const int order = keysA.compare(keysB);
        return order != 0 ? order < 0 : a.record < b.record;
    };
    const qsizetype count = std::min(hits.size(), qsizetype(std::max(0, limit)));
    std::partial_sort(hits.begin(), hits.begin() + count, hits.end(), before);
    QList<PatientMatch> matches;
    matches.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        matches.append(matchOf(hits.at(i)));
    return matches;
}

QList<PatientMatch> PatientIndex::Private::search(const PatientQuery &query, int limit) const
{
    QList<Hit> hits;
    const auto firstTierHit = [&](int i) {
        const int score = wordScore(keysOf(i), query.words);
        if (score > 0 && fitsFacts(query, i))
            hits.append({i, score});
    };
    if (!query.words.isEmpty()) {
        const auto longest =
            std::max_element(query.words.begin(), query.words.end(),
                             [](const auto &a, const auto &b) { return a.size() < b.size(); });
        scan(m_keys, &Record::keys, ' ' + *longest, firstTierHit);
    } else {
        for (int i = 0; i < int(m_records.size()); ++i) {
            if (!m_records.at(i).dead && fitsFacts(query, i))
                hits.append({i, firstTier});
        }
    }
    if (hits.size() >= limit || query.words.isEmpty())
        return best(hits, limit);

    // Second tier, for what is still free: one typo, then what sounds alike.
    QSet<int> known;
    for (const Hit &hit : std::as_const(hits))
        known.insert(hit.record);
    QList<QByteArray> sounds;
    for (const QByteArray &word : query.words) {
        const QByteArray sound = soundOf(word);
        if (sound.size() > 1)
            sounds.append(' ' + sound + ' ');
    }
    const bool mayTypo =
        std::any_of(query.words.begin(), query.words.end(),
                    [](const QByteArray &word) { return word.size() >= shortestTypo; });
    for (int i = 0; mayTypo && i < int(m_records.size()); ++i) {
        if (m_records.at(i).dead || known.contains(i) || !fitsWithTypos(keysOf(i), query.words)
            || !fitsFacts(query, i))
            continue;
        known.insert(i);
        hits.append({i, typoScore});
    }
    if (sounds.size() == query.words.size() && hits.size() < limit) {
        scan(m_sounds, &Record::sounds, sounds.constFirst(), [&](int i) {
            const QByteArrayView own = soundsOfRecord(i);
            const bool all = std::all_of(sounds.begin(), sounds.end(),
                                         [&](const auto &sound) { return own.contains(sound); });
            if (all && !known.contains(i) && fitsFacts(query, i))
                hits.append({i, soundScore});
        });
    }
    return best(hits, limit);
}

QList<PatientMatch> PatientIndex::Private::similar(const Patient &patient, int limit) const
{
    const auto foldedWords = [](const QString &name) {
        return joinedWords(foldedName(name)).toUtf8();
    };
    const QByteArray first = foldedWords(patient.firstName);
    const QByteArray last = foldedWords(patient.lastName);
    const QByteArray lastCore =
        joinedWords(withoutParticles(foldedName(patient.lastName))).toUtf8();
    QList<QByteArray> numbers;
    for (const QString &phone : {patient.mobile, patient.phone}) {
        const QString key = phoneKey(phone);
        if (key.size() >= 7)
            numbers.append(key.toLatin1());
    }
    const qint64 birth = patient.birthDate.isValid() ? patient.birthDate.toJulianDay() : 0;
    const QUuid self = keyOf(patient.id.value.toUtf8());
    const int own = patient.id.isEmpty() ? -1 : m_places.value(self, -1);
    QList<Hit> hits;
    for (int i = 0; i < int(m_records.size()); ++i) {
        const Record &record = m_records.at(i);
        if (record.dead || i == own)
            continue;
        // 2 = the same word is there, 1 = one typo away, 0 = neither.
        const QByteArrayView keys = keysOf(i);
        const auto likeness = [&keys](const QByteArray &name) {
            if (name.isEmpty())
                return 0;
            int like = 0;
            qsizetype at = 1;
            while (like < 2 && at < keys.size()) {
                qsizetype end = at;
                while (end < keys.size() && keys[end] != ' ' && keys[end] != '\n')
                    ++end;
                const QByteArrayView word = keys.sliced(at, end - at);
                if (word == name)
                    like = 2;
                else if (name.size() >= shortestTypo && isOneTypoApart(word, name))
                    like = std::max(like, 1);
                at = end + 1;
            }
            return like;
        };
        const int lastLike = std::max(likeness(last), likeness(lastCore));
        const bool sameBirth = birth != 0 && record.birth == birth;
        const bool otherBirth = birth != 0 && record.birth != 0 && record.birth != birth;
        const QByteArrayView digits = digitsOfRecord(i);
        const bool samePhone =
            std::any_of(numbers.begin(), numbers.end(),
                        [&](const QByteArray &number) { return digits.contains(number); });
        if (lastLike == 0 && !samePhone && !sameBirth)
            continue;
        const int firstLike = likeness(first);
        int score = 15 * (lastLike + firstLike) + (sameBirth ? 30 : 0) + (samePhone ? 25 : 0)
            - (otherBirth ? 10 : 0);
        const bool sameName = lastLike > 0 && (firstLike > 0 || first.isEmpty());
        const bool alike = sameName || samePhone || (sameBirth && (lastLike > 0 || firstLike > 0));
        if (alike)
            hits.append({i, std::max(1, score)});
    }
    return best(hits, limit);
}

PatientIndex::PatientIndex(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) { }

PatientIndex::~PatientIndex() = default;

void PatientIndex::put(const QList<Patient> &patients)
{
    const QMutexLocker lock(&d->mutex);
    for (const Patient &patient : patients)
        d->add(patient);
    d->compact();
}

void PatientIndex::finish()
{
    {
        const QMutexLocker lock(&d->mutex);
        d->ready = true;
    }
    Q_EMIT ready();
}

bool PatientIndex::isReady() const
{
    const QMutexLocker lock(&d->mutex);
    return d->ready;
}

int PatientIndex::size() const
{
    const QMutexLocker lock(&d->mutex);
    return d->size();
}

QList<PatientMatch> PatientIndex::search(QStringView text, int limit) const
{
    const PatientQuery query = PatientQuery::parsed(text);
    if (query.isEmpty() || limit <= 0)
        return {};
    const QMutexLocker lock(&d->mutex);
    return d->search(query, limit);
}

QList<PatientMatch> PatientIndex::similar(const Patient &patient, int limit) const
{
    const QMutexLocker lock(&d->mutex);
    return d->similar(patient, limit);
}
