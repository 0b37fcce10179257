"""Tables of Dangol as pandas frames, the same on a laptop and on a cluster.

    from dangol import Dangol
    tables = Dangol()
    tables.sql("SELECT cohort, size FROM cohorts")

On a platform that offers a Spark session (a managed notebook, spark-submit, Spark Connect) its
session answers, and the tables are its own by their names: name the catalog and schema there, or
register them with the setting warehouse.catalog. Elsewhere one process of scripts/dangol is kept
open, which shows what the last finished run had published when the notebook began.
"""

import json
import os
import subprocess
import tempfile
from decimal import Decimal
from pathlib import Path

import pandas

HOME = Path(__file__).resolve().parent.parent
DEMO = "--config\nconf/demo.conf"


class Dangol:
    """A warehouse that answers queries."""

    def __init__(self, *options):
        """options: as on the command line, such as "--config", "/shop/shop.conf".

        Without any, those of the variable DANGOL_OPTIONS, one a line, else the demo's. Paths in
        them are relative to the project's folder.
        """
        self.options = list(options) or os.environ.get("DANGOL_OPTIONS", DEMO).splitlines()
        self.spark = None if options else _active_spark()
        self.process = None
        if self.spark is None:
            self.words = tempfile.TemporaryFile("w+", encoding="utf-8")
            self.process = subprocess.Popen(
                self._command("sql", "--format", "json"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self.words,
                encoding="utf-8",
                cwd=HOME,
            )

    def sql(self, query):
        """The rows of a query, a frame with a column each.

        Days and times are timestamps, decimals are floats. Raises ValueError with Dangol's own
        sentence where the query is wrong.
        """
        if self.spark is not None:
            return _plain(self.spark.sql(query).toPandas())
        rows = self._ask(query)
        if len(rows) == 1 and list(rows[0]) == ["error"]:
            raise ValueError(rows[0]["error"]) from None
        return _plain(pandas.DataFrame(rows))

    def files(self):
        """The data files of every published table, a dictionary by table, for other readers.

        Each entry has its version, its folder, and a list of files with path, bytes and partition.
        """
        command = self._command("files", "--format", "json")
        listed = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=HOME)
        if listed.returncode != 0:
            raise RuntimeError(listed.stderr.strip())
        return {table["table"]: table for table in map(json.loads, listed.stdout.splitlines())}

    def _command(self, *words):
        return [os.environ.get("DANGOL", str(HOME / "scripts" / "dangol")), *words, *self.options]

    def _ask(self, query):
        try:
            self.process.stdin.write(query.strip().rstrip(";") + "\n;\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        rows = []
        for line in self.process.stdout:
            if line == "\n":
                return rows
            rows.append(json.loads(line))
        self.words.seek(0)
        raise RuntimeError("Dangol ended: " + self.words.read().strip())

    def close(self):
        """Ends the process."""
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait()


def _active_spark():
    """The platform's Spark session; None where there is none."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        return None
    return SparkSession.getActiveSession()


def _plain(frame):
    """Days and times as timestamps, decimals as floats, so that they can be drawn."""
    for column in frame.columns:
        values = frame[column].dropna()
        if values.empty or frame[column].dtype != object:
            continue
        first = values.iloc[0]
        if isinstance(first, Decimal):
            frame[column] = frame[column].astype(float)
        elif column == "as_of" or column.endswith(("_on", "_at", "_month", "_to", "cutoff")):
            frame[column] = pandas.to_datetime(frame[column], errors="ignore")
    return frame


def readable_figures():
    """Plots with Hangul and minus signs that can be read, wide enough for a page."""
    from matplotlib import rcParams

    rcParams["font.family"] = ["NanumGothic", "DejaVu Sans"]
    rcParams["axes.unicode_minus"] = False
    rcParams["figure.figsize"] = (8, 3.2)
    rcParams["figure.autolayout"] = True
