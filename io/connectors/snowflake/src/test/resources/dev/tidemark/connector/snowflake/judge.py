# SPDX-FileCopyrightText: The Tidemark authors
# SPDX-License-Identifier: Apache-2.0
"""What the vendor's own client for Python makes of the account: one JSON object.

Its arguments are the address, the account, the user, a file with the private key, the role and the warehouse.
"""

import json
import sys
from urllib.parse import urlsplit

import snowflake.connector
from snowflake.connector.errors import Error

address, account, user, key, role, warehouse = sys.argv[1:7]
place = urlsplit(address)


def session(**more):
    options = dict(
        account=account, host=place.hostname, port=place.port, protocol=place.scheme, user=user,
        authenticator="SNOWFLAKE_JWT", private_key_file=key, role=role, warehouse=warehouse,
        login_timeout=20, network_timeout=20, enable_server_session_keep_alive_auto_detection=False)
    return snowflake.connector.connect(**{**options, **more})


def refusal(ask):
    try:
        ask()
    except Error as refused:
        return str(refused.errno)
    return ""


def refused(statement):
    with session() as connection, connection.cursor() as cursor:
        return refusal(lambda: cursor.execute(statement))


with session() as connection, connection.cursor() as cursor:
    here = cursor.execute("SELECT CURRENT_ROLE(), CURRENT_WAREHOUSE()").fetchone()
    tables = cursor.execute(
        "SELECT TABLE_ID, BYTES, COMMENT, CREATED FROM SNOWFLAKE.ACCOUNT_USAGE.TABLES"
        " WHERE DELETED IS NULL ORDER BY TABLE_ID").fetchall()
    columns = [column.name for column in cursor.description]
    queries = cursor.execute(
        "SELECT QUERY_ID, START_TIME FROM SNOWFLAKE.ACCOUNT_USAGE.QUERY_HISTORY"
        " WHERE TOTAL_ELAPSED_TIME >= %s ORDER BY QUERY_ID", (0,)).fetchall()
    nothing = cursor.execute("SELECT DELETED FROM SNOWFLAKE.ACCOUNT_USAGE.TABLES WHERE DELETED IS NULL").fetchone()
print(json.dumps({
    "here": list(here),
    "columns": columns,
    "tables": [str(row[0]) for row in tables],
    "bytes": sum(row[1] or 0 for row in tables),
    "created": [int(row[3].timestamp() * 1000) for row in tables],
    "queries": {row[0]: int(row[1].timestamp() * 1000) for row in queries},
    "nothing": nothing[0],
    "unknown": refused("SELECT 1 FROM SNOWFLAKE.ACCOUNT_USAGE.NOWHERE"),
    "column": refused("SELECT NOTHING FROM SNOWFLAKE.ACCOUNT_USAGE.TABLES"),
    "malformed": refused("SELECT FROM WHERE"),
    "stranger": refusal(lambda: session(user="SOMEBODY_ELSE")),
    "role": refusal(lambda: session(role="ACCOUNTADMIN")),
    "token": refusal(lambda: session(authenticator="PROGRAMMATIC_ACCESS_TOKEN", token="none", private_key_file=None)),
}))
