"""Runs a notebook from top to bottom, and writes what it shows: a page, and its text alone.

    python3 execute.py NOTEBOOK FOLDER

The page is NAME.html and the text NAME.txt in the folder. A cell that fails ends the notebook with
exit code 1; the page then shows what came before.
"""

import sys
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter
from nbconvert.preprocessors import CellExecutionError, ExecutePreprocessor


def main(source, folder):
    notebook = nbformat.read(source, as_version=4)
    failure = None
    try:
        ExecutePreprocessor(timeout=600).preprocess(notebook, {"metadata": {"path": str(source.parent)}})
    except CellExecutionError as error:
        failure = error
    folder.mkdir(parents=True, exist_ok=True)
    page, _ = HTMLExporter().from_notebook_node(notebook)
    (folder / (source.stem + ".html")).write_text(page, encoding="utf-8")
    (folder / (source.stem + ".txt")).write_text(texts(notebook), encoding="utf-8")
    if failure is not None:
        print(f"{source.name}: {failure.ename}: {failure.evalue}", file=sys.stderr)
        return 1
    return 0


def texts(notebook):
    """What the cells print, and their tables as text; plots are left out."""
    shown = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stdout":
                shown.append(output.text.rstrip("\n"))
            elif "image/png" not in output.get("data", {}):
                shown.append(output.get("data", {}).get("text/plain", ""))
    return "".join(text + "\n\n" for text in shown if text)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
