"""Follows the public Python examples of the submission API request for request, with only the hosts changed.

Usage: public_examples.py HOST PORT TENANT CLIENT SECRET APP FOLDER
Needs nothing but the standard library. FOLDER holds app.zip, addon.zip and flight.zip.
"""

import http.client
import json
import pathlib
import sys
import time
import urllib.parse

HOST, PORT, TENANT, CLIENT, SECRET, APP, FOLDER = sys.argv[1:8]


def connection():
    return http.client.HTTPConnection(HOST, int(PORT))


def token():
    form = urllib.parse.urlencode(
        {
            "grant_type": "client_credentials",
            "client_id": CLIENT,
            "client_secret": SECRET,
            "resource": "https://manage.devcenter.microsoft.com",
        }
    )
    headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
    login = connection()
    login.request("POST", "/{0}/oauth2/token".format(TENANT), form, headers=headers)
    answer = login.getresponse()
    assert answer.status == 200, answer.status
    return json.loads(answer.read().decode())["access_token"]


HEADERS = {
    "Authorization": "Bearer " + token(),
    "Content-type": "application/json",
    "User-Agent": "Python",
}
STORE = connection()


def call(verb, path, body="", expected=(200, 201, 202, 204)):
    STORE.request(verb, "/v1.0/my/" + path, body, HEADERS)
    answer = STORE.getresponse()
    assert answer.getheader("MS-CorrelationId"), "no correlation id"
    length = int(answer.getheader("Content-Length") or "0")
    text = answer.read(length).decode() if length else answer.read().decode()
    assert answer.status in expected, "{0} {1}: {2} {3}".format(verb, path, answer.status, text)
    return json.loads(text) if text else None


def upload(url, file):
    parts = urllib.parse.urlsplit(url.replace("+", "%2B"))
    storage = http.client.HTTPConnection(parts.hostname, parts.port)
    content = pathlib.Path(FOLDER, file).read_bytes()
    storage.request("PUT", parts.path + "?" + parts.query, content, {"x-ms-blob-type": "BlockBlob"})
    answer = storage.getresponse()
    answer.read()
    assert answer.status == 201, answer.status


def commit_and_poll(submission):
    answer = call("POST", submission + "/commit")
    assert answer["status"] == "CommitStarted", answer
    status = call("GET", submission + "/status")
    # The examples stop at the first state after CommitStarted; here it goes on to the end.
    for _ in range(200):
        if status["status"] == "Published" or status["status"].endswith("Failed"):
            break
        time.sleep(0.05)
        status = call("GET", submission + "/status")
    assert not status["statusDetails"]["errors"], status
    return status["status"]


def delete_pending(product, resource, member):
    pending = resource.get(member)
    if pending:
        call("DELETE", "{0}/submissions/{1}".format(product, pending["id"]))


def package(name):
    return {
        "fileName": name,
        "fileStatus": "PendingUpload",
        "minimumDirectXVersion": "None",
        "minimumSystemRam": "None",
    }


def release(product, pending_member, change, file):
    delete_pending(product, call("GET", product), pending_member)
    created = call("POST", product + "/submissions")
    change(created)
    one = "{0}/submissions/{1}".format(product, created["id"])
    call("PUT", one, json.dumps(created))
    upload(created["fileUploadUrl"], file)
    return commit_and_poll(one)


def app_change(document):
    for old in document["applicationPackages"]:
        old["fileStatus"] = "PendingDelete"
    document["applicationPackages"].append(package("new.msix"))
    document["listings"]["en-us"]["baseListing"]["releaseNotes"] = "Second edition"


def addon_change(document):
    document["contentType"] = "OnlineDataStorage"
    document["pricing"]["priceId"] = "Tier2"
    document["listings"] = {
        "en-us": {
            "title": "Premium",
            "description": "All harbours",
            "icon": {"fileName": "icon.png", "fileStatus": "PendingUpload"},
        }
    }


def flight_change(document):
    document["flightPackages"].append(package("new.msix"))


APPLICATION = "applications/" + APP
call("POST", APPLICATION + "/submissions")
print("app", release(APPLICATION, "pendingApplicationSubmission", app_change, "app.zip"))

request = {"applicationIds": [APP], "productId": "premium", "productType": "Durable"}
addon = call("POST", "inappproducts", json.dumps(request))
print("add-on", release("inappproducts/" + addon["id"], "pendingInAppProductSubmission", addon_change, "addon.zip"))

request = {"friendlyName": "testers", "groupIds": [0], "rankHigherThan": None}
flight = call("POST", APPLICATION + "/flights", json.dumps(request))
path = "{0}/flights/{1}".format(APPLICATION, flight["flightId"])
print("flight", release(path, "pendingFlightSubmission", flight_change, "flight.zip"))

spare = call("POST", "inappproducts", json.dumps({"applicationIds": [APP], "productId": "spare", "productType": "Durable"}))
call("DELETE", "inappproducts/" + spare["id"])
spare = call("POST", APPLICATION + "/flights", json.dumps({"friendlyName": "spare", "groupIds": ["1"]}))
call("DELETE", "{0}/flights/{1}".format(APPLICATION, spare["flightId"]))
call("GET", "inappproducts/" + addon["id"])
print("lists", call("GET", "applications")["totalCount"], call("GET", APPLICATION + "/listflights")["totalCount"])
