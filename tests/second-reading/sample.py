#!/usr/bin/env python3
"""Picks items of the spec at random, for a second reading.

    hv-codegen json | tests/second-reading/sample.py --seed 1 --count 60

prints the name, architecture and sources of each, and nothing of what the spec says about it: the
reader derives that from the sources again, and compares only then.
"""

import argparse
import json
import random
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, required=True, help="the same seed picks the same items")
    parser.add_argument("--count", type=int, default=60, help="how many items (default: 60)")
    arguments = parser.parse_args()
    items = json.load(sys.stdin)["items"]
    items.sort(key=lambda item: (item["chapter"], item["name"], item["arch"]))
    chosen = random.Random(arguments.seed).sample(items, arguments.count)
    for item in chosen:
        sources = "; ".join(f"{key}: {', '.join(places)}" for key, places in item["source"].items())
        print(f"{item['kind']} {item['name']} ({item['arch']}) in {item['chapter']} -- {sources}")


if __name__ == "__main__":
    main()
