// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vendors.h"

using namespace Qt::StringLiterals;

OAuth2Vendor zohoVendor(const Settings &settings)
{
    OAuth2Vendor vendor;
    vendor.service = Service::Zoho;
    vendor.tokenUrl = settings.zoho.accountsUrl;
    vendor.tokenUrl.setPath(QString(vendor.tokenUrl.path() + u"/oauth/v2/token"_s));
    vendor.clientId = settings.zoho.clientId;
    vendor.secretKey = u"zoho.clientSecret"_s;
    vendor.refreshKey = u"zoho.refreshToken"_s;
    vendor.accessKey = u"zoho.accessToken"_s;
    vendor.scheme = "Zoho-oauthtoken";
    return vendor;
}

OAuth2Vendor quickBooksVendor(const Settings &settings)
{
    OAuth2Vendor vendor;
    vendor.service = Service::QuickBooks;
    vendor.tokenUrl = settings.quickbooks.tokenUrl;
    vendor.clientId = settings.quickbooks.clientId;
    vendor.secretKey = u"quickbooks.clientSecret"_s;
    vendor.refreshKey = u"quickbooks.refreshToken"_s;
    vendor.accessKey = u"quickbooks.accessToken"_s;
    vendor.basicAuthentication = true;
    return vendor;
}

OAuth2Vendor googleVendor(const Settings &settings)
{
    OAuth2Vendor vendor;
    vendor.service = Service::GoogleCalendar;
    vendor.tokenUrl = settings.googlecalendar.tokenUrl;
    vendor.clientId = settings.googlecalendar.clientId;
    vendor.secretKey = u"google.clientSecret"_s;
    vendor.refreshKey = u"google.refreshToken"_s;
    vendor.accessKey = u"google.accessToken"_s;
    return vendor;
}
