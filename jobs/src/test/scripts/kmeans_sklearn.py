#!/usr/bin/env python3
"""Twenty iterations of scikit-learn's k-means over the matrix that KMeansBench leaves.

    jobs/src/test/scripts/kmeans_sklearn.py MATRIX COLUMNS

Needs scikit-learn (1.9.1 was used). MATRIX holds doubles, row by row, least byte first. Prints what
KMeansBench prints of Dangol and MLlib: a name, processor seconds of all threads, wall seconds. As
there, reading the matrix and choosing the start are not measured, and nothing stops early.
"""
import sys
import time

import numpy as np
from sklearn.cluster import KMeans

CENTRES, ITERATIONS = 8, 20

matrix = np.fromfile(sys.argv[1], dtype="<f8").reshape(-1, int(sys.argv[2]))
start = matrix[np.random.default_rng(42).choice(len(matrix), CENTRES, replace=False)]
kmeans = KMeans(CENTRES, init=start, n_init=1, max_iter=ITERATIONS, tol=0, algorithm="lloyd")
wall, processor = time.monotonic(), time.process_time()
kmeans.fit(matrix)
processor, wall = time.process_time() - processor, time.monotonic() - wall
if kmeans.n_iter_ != ITERATIONS:
    sys.exit(f"it stopped after {kmeans.n_iter_} iterations")
print(f"k-means, {ITERATIONS} iterations: scikit-learn\t{processor:.2f}\t{wall:.2f}")
