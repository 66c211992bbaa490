// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QList>

//! Where coroutines of one thread wait in order until somebody lets them on. Resuming is immediate:
//! the resumed coroutine runs inside openOne() or openAll().
class Gate
{
public:
    class Waiting
    {
    public:
        explicit Waiting(Gate *gate) : m_gate(gate) { }
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> coroutine)
        {
            m_gate->m_waiting.append(coroutine);
        }
        void await_resume() const noexcept { }

    private:
        Gate *m_gate;
    };

    //! To be named and then awaited; the gate must outlive the waiting.
    Waiting wait() { return Waiting(this); }
    bool isEmpty() const { return m_waiting.isEmpty(); }
    void openOne()
    {
        if (!m_waiting.isEmpty())
            m_waiting.takeFirst().resume();
    }
    void openAll()
    {
        const QList<std::coroutine_handle<>> all = std::exchange(m_waiting, {});
        for (std::coroutine_handle<> coroutine : all)
            coroutine.resume();
    }

private:
    QList<std::coroutine_handle<>> m_waiting;
};
