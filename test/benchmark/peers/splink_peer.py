"""Links one set of records with Splink, set up as its documentation sets it up for that set, and prints one JSON object.

python splink_peer.py SET FILE.csv: the columns of truth (cluster) are read for the figures alone.
"""

import json
import logging
import sys
import time

import duckdb
import pandas as pd
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
import splink.comparison_library as cl

logging.getLogger("splink").setLevel(logging.ERROR)


def febrl(linker_of):
    settings = SettingsCreator(
        unique_id_column_name="rec_id",
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("soc_sec_id"),
            block_on("given_name"),
            block_on("surname"),
            block_on("date_of_birth"),
            block_on("postcode"),
        ],
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        ],
    )
    linker = linker_of(settings)
    linker.training.estimate_probability_two_random_records_match(
        [
            block_on("soc_sec_id"),
            block_on("given_name", "surname", "date_of_birth"),
            "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
        ],
        recall=0.9,
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=2)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("date_of_birth"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("postcode"))
    return linker


def fake_1000(linker_of):
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("first_name"),
            block_on("surname"),
            block_on("dob"),
            block_on("email"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
    )
    linker = linker_of(settings)
    linker.training.estimate_probability_two_random_records_match(
        [
            "l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
            "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
            "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
            "l.email = r.email",
        ],
        recall=0.7,
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=5)
    for rule in (block_on("dob"), block_on("email"), block_on("first_name", "surname")):
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True
        )
    return linker


def historical(linker_of):
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on("substr(postcode_fake,1,3)", "dob"),
            block_on("substr(postcode_fake,1,3)", "first_name"),
            block_on("substr(postcode_fake,1,3)", "surname"),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
    )
    linker = linker_of(settings)
    linker.training.estimate_probability_two_random_records_match(
        [
            block_on("first_name", "surname", "dob"),
            block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
            block_on("dob", "postcode_fake"),
        ],
        recall=0.6,
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7)
    for rule in (block_on("first_name", "surname"), block_on("dob")):
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True
        )
    return linker


# What each set is: how it is set up, its own number, the threshold at which its documentation clusters or shows it.
SETS = {
    "febrl1": (febrl, "rec_id", 0.5),
    "febrl3": (febrl, "rec_id", 0.5),
    "fake_1000": (fake_1000, "unique_id", 0.5),
    "historical": (historical, "unique_id", 0.95),
}


def main(name, path):
    set_up, identity, threshold = SETS[name]
    frame = pd.read_csv(path, dtype=str)
    truth = dict(zip(frame[identity], frame["cluster"]))
    hidden = frame.drop(columns=["cluster"])
    if name == "historical":
        hidden["first_name_surname_concat"] = hidden["first_name"] + " " + hidden["surname"]

    started = time.perf_counter()
    api = DuckDBAPI(connection=duckdb.connect())

    def linker_of(settings):
        # Splink 4 takes a frame; later releases take it registered.
        return Linker(hidden, settings, db_api=api)

    linker = set_up(linker_of)
    predicted = linker.inference.predict(threshold_match_weight=-15).as_pandas_dataframe()
    seconds = time.perf_counter() - started

    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        linker.inference.predict(threshold_match_probability=threshold), threshold_match_probability=threshold
    ).as_pandas_dataframe()
    left, right = predicted[f"{identity}_l"], predicted[f"{identity}_r"]
    pairs = pd.DataFrame(
        {
            "bits": predicted["match_weight"],
            "probability": predicted["match_probability"],
            "same": left.map(truth).values == right.map(truth).values,
        }
    )
    print(json.dumps({"seconds": seconds, "records": len(frame), **figures(pairs, truth, clusters, identity, threshold)}))


def figures(pairs, truth, clusters, identity, threshold):
    sizes = pd.Series(list(truth.values())).value_counts()
    total = int((sizes * (sizes - 1) // 2).sum())
    pairs = pairs.sort_values("bits", ascending=False, kind="stable").reset_index(drop=True)
    found = pairs["same"].cumsum()
    precision = found / (pairs.index + 1)
    recall = found / total
    f1 = 2 * found / (pairs.index + 1 + total)
    # Pairs of one weight stand or fall together.
    last = pairs["bits"] != pairs["bits"].shift(-1)
    best = f1[last].idxmax()
    at = int((pairs["probability"] >= threshold).sum()) - 1
    grouped = clusters.assign(truth=clusters[identity].map(truth))

    def couples(counts):
        return int((counts * (counts - 1) // 2).sum())

    both = couples(grouped.groupby(["cluster_id", "truth"]).size())
    ours = couples(grouped.groupby("cluster_id").size())
    curve = []
    for wanted in (0.99, 0.98, 0.95, 0.9, 0.85, 0.8, 0.7):
        enough = last & (precision >= wanted)
        curve.append({"precision": wanted, "recall": float(recall[enough].max()) if enough.any() else 0.0})
    return {
        "threshold": threshold,
        "best": point(f1, precision, recall, best),
        "atThreshold": point(f1, precision, recall, max(at, 0)),
        "clustered": {"precision": both / max(ours, 1), "recall": both / total, "f1": 2 * both / max(ours + total, 1)},
        "curve": curve,
    }


def point(f1, precision, recall, at):
    return {"precision": float(precision[at]), "recall": float(recall[at]), "f1": float(f1[at])}


main(sys.argv[1], sys.argv[2])
