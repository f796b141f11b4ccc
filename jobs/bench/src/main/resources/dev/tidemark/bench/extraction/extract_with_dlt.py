# SPDX-FileCopyrightText: The Tidemark authors
# SPDX-License-Identifier: Apache-2.0
"""Reads pages over HTTP with dlt and adds up what it hands over: PORT STREAMS RESULT."""

import collections
import datetime
import json
import multiprocessing
import resource
import sys
import threading
import time

import dlt
from dlt.sources.rest_api import rest_api_source

SUMS = collections.defaultdict(lambda: [0, 0])
LOCK = threading.Lock()


@dlt.destination(batch_size=10_000, name="sums", max_parallel_load_jobs=8)
def sums(items, table):
    stream = table["name"]
    with LOCK:
        for item in items:
            day = datetime.datetime.fromtimestamp(item["at"], datetime.timezone.utc).date()
            one = SUMS[(stream, item["pipeline"], day.isoformat())]
            one[0] += 1
            one[1] += item["errors"]


def source(port, streams):
    paginator = {"type": "cursor", "cursor_path": "next", "cursor_param": "after"}
    return rest_api_source(
        {
            "client": {"base_url": f"http://127.0.0.1:{port}/", "paginator": paginator},
            "resources": [
                {
                    "name": f"s{number:05d}",
                    "endpoint": {"path": f"streams/{number}", "data_selector": "records"},
                }
                for number in range(streams)
            ],
        },
        parallelized=True,
    )


def spent():
    """CPU time of this process and of those it has started and seen end."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in both)


def main():
    port, streams, result = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    pipeline = dlt.pipeline(pipeline_name="bench", destination=sums, dataset_name="bench")
    pages = source(port, streams)
    cpu, wall = spent(), time.monotonic()
    pipeline.run(pages)
    outcome = {
        "cpu": spent() - cpu,
        "wall": time.monotonic() - wall,
        "rows": ["|".join([*key, str(count), str(total)]) for key, (count, total) in SUMS.items()],
    }
    with open(result, "w", encoding="utf-8") as file:
        json.dump(outcome, file)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    main()
