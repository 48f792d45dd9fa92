#!/usr/bin/env python3
"""What waits for you, and one draft sent, with nothing but Python 3:

    export LATCHKEY_URL=https://latchkey.example.com LATCHKEY_TOKEN=lk_...
    python3 docs/examples/programs/waiting.py
    python3 docs/examples/programs/waiting.py approve ID

The token needs the scope conversations:read, and drafts:decide to approve.
"""

import json
import os
import sys
import uuid
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

URL = os.environ.get("LATCHKEY_URL", "http://localhost:3000").rstrip("/")
TOKEN = os.environ.get("LATCHKEY_TOKEN", "")


class ApiError(Exception):
    """A refusal: RFC 9457 problem details, or the gateway's own words."""


def call(method, path, body=None, headers=None):
    request = Request(URL + path, method=method)
    request.add_header("Authorization", "Bearer " + TOKEN)
    for name, value in (headers or {}).items():
        request.add_header(name, value)
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        with urlopen(request, timeout=31) as response:
            return json.load(response)
    except HTTPError as refusal:
        problem = json.load(refusal)
        code = problem.get("code", "gateway_%d" % refusal.code)
        raise ApiError("%s: %s" % (code, problem.get("detail", problem.get("message")))) from None


def waiting():
    cursor = None
    while True:
        query = {"state": "needs_owner", **({"cursor": cursor} if cursor else {})}
        page = call("GET", "/api/conversations?" + urlencode(query))
        yield from page["runs"]
        cursor = page["next_cursor"]
        if cursor is None:
            return


def approve(run_id):
    path = "/api/conversations/" + quote(run_id, safe="")
    run = call("GET", path)
    if run["thread_id"] is not None:
        thread = call("GET", "/api/conversations?" + urlencode({"thread_id": run["thread_id"]}))
        print("Mail %d of its thread, from %s: %s" % (len(thread["runs"]), run["from"], run["subject"]))
    print("%s\n--\n%s" % (run["text"], (run["draft"] or {}).get("text")))
    # The draft leaves only as it was read above, and once, however often this is sent.
    sent = call(
        "POST",
        path + "/approve",
        {"unchangedSince": run["updated_at"]},
        {"Idempotency-Key": str(uuid.uuid4())},
    )
    print("Approved: " + sent["state"])


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "approve":
        approve(arguments[1])
        return
    for run in waiting():
        reason = "" if run["reason_text"] is None else " (%s)" % run["reason_text"]
        print("%s  %s  %s: %s%s" % (run["id"], run["state"], run["from"], run["subject"], reason))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except ApiError as error:
        sys.exit(str(error))
