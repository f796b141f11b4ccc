# SPDX-FileCopyrightText: The Tidemark authors
# SPDX-License-Identifier: Apache-2.0
"""What simple-salesforce, a client nobody here wrote, makes of the organisation: one JSON object.

Its first argument is the address, its second the consumer key, its third the user, its fourth a file with the private key.
The client signs in by itself, as it would at the vendor's; only the host it connects to is another.
"""

import csv
import io
import json
import sys

import requests
from requests.adapters import HTTPAdapter
from simple_salesforce import Salesforce
from simple_salesforce.exceptions import SalesforceMalformedRequest, SalesforceResourceNotFound


class Redirected(HTTPAdapter):
    """Sends what is meant for the vendor to the fake."""

    def __init__(self, address):
        super().__init__()
        self.address = address

    def send(self, request, **options):
        path = request.url.split("/", 3)[3]
        request.url = self.address + "/" + path
        request.headers["Host"] = self.address.split("//")[1]
        return super().send(request, **options)


def refusal(ask):
    try:
        ask()
    except (SalesforceMalformedRequest, SalesforceResourceNotFound) as refused:
        return refused.content[0]["errorCode"]
    return ""


address, key, user, secret = sys.argv[1:5]
session = requests.Session()
session.mount("https://", Redirected(address))
salesforce = Salesforce(
    username=user, consumer_key=key, privatekey_file=secret, session=session, version="66.0")

logins = salesforce.query_all("SELECT Id, LoginTime FROM LoginHistory ORDER BY LoginTime, Id")
agents = salesforce.query_all("SELECT Id, IsDeleted FROM BotDefinition", include_deleted=True)
sets = list(salesforce.bulk2.User.query(
    "SELECT Id, IsActive, Profile.Name FROM User ORDER BY Id", max_records=9, wait=0.1))
bulk = [row for text in sets for row in csv.DictReader(io.StringIO(text))]
files = salesforce.query(
    "SELECT Id, LogFile FROM EventLogFile WHERE Interval = 'Daily' ORDER BY CreatedDate, Id LIMIT 1")["records"]
log = salesforce.session.get(
    "https://" + salesforce.sf_instance + files[0]["LogFile"], headers=salesforce.headers).text
score = salesforce.toolingexecute("query", params={"q": "SELECT Score FROM SecurityHealthCheck"})
print(json.dumps({
    "logins": [row["Id"] for row in logins["records"]],
    "users": salesforce.query("SELECT COUNT() FROM User")["totalSize"],
    "bulk": [row["Id"] for row in bulk],
    "sets": len(sets),
    "active": sum(row["IsActive"] == "true" for row in bulk),
    "profiles": sorted({row["Profile.Name"] for row in bulk}),
    "events": [row["EVENT_TYPE"] for row in csv.DictReader(io.StringIO(log))],
    "deleted": [row["Id"] for row in agents["records"] if row["IsDeleted"]],
    "there": [row["Id"] for row in salesforce.query_all("SELECT Id FROM BotDefinition")["records"]],
    "requests": salesforce.limits()["DailyApiRequests"]["Max"],
    "used": salesforce.api_usage["api-usage"].used,
    "score": score["records"][0]["Score"],
    "objects": len(salesforce.describe()["sobjects"]),
    "malformed": refusal(lambda: salesforce.query("SELECT Id FROM")),
    "unknown": refusal(lambda: salesforce.query("SELECT Id FROM Nowhere")),
    "hidden": refusal(lambda: salesforce.query("SELECT Nothing FROM User")),
    "locator": refusal(lambda: salesforce.query_more("0r8000000000000AAA-500")),
}))
