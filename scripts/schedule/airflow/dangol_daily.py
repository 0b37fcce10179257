"""Dangol every night, one task per job, for Airflow 3 with the provider apache-airflow-providers-apache-spark.

Set the three constants, put the file into the folder of DAGs, and make the connection spark_default point at your
cluster. A night that was missed is run later with its own day (catchup). What only a person can mend (exit 2, wrong
configuration; exit 3, source data that break their contract) is not tried again; exit 4 (an input is not there yet) and
5 (another run holds the warehouse) are.
"""

import re

import pendulum
from airflow.exceptions import AirflowException, AirflowFailException
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import DAG

JAR = "/opt/dangol/dangol.jar"
CONFIG = "/etc/dangol/shop.conf"
ZONE = "Asia/Seoul"

JOBS = ["ingest", "features", "value", "segments", "contacts", "journey", "cohorts", "export", "report"]
YESTERDAY = "{{ (logical_date.in_timezone('" + ZONE + "') - macros.timedelta(days=1)).strftime('%Y-%m-%d') }}"
FOR_A_PERSON = re.compile(r"exit code is: [23]\b|Error code is: [23]\b")


class DangolOperator(SparkSubmitOperator):
    """A job of Dangol. What another try cannot mend fails at once."""

    def execute(self, context):
        try:
            return super().execute(context)
        except AirflowException as failure:
            if FOR_A_PERSON.search(str(failure)):
                raise AirflowFailException(str(failure)) from failure
            raise


with DAG(
    dag_id="dangol_daily",
    schedule="10 3 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz=ZONE),
    catchup=True,
    max_active_runs=1,
    default_args={"retries": 3, "retry_delay": pendulum.duration(minutes=10)},
):
    tasks = [
        DangolOperator(
            task_id=job,
            name="dangol-" + job,
            application=JAR,
            java_class="dev.dangol.Dangol",
            packages="io.delta:delta-spark_4.1_2.13:4.4.0",
            application_args=[job, "--config", CONFIG, "--as-of", YESTERDAY, "--run-id", "{{ run_id }}"],
            durable=False,
        )
        for job in JOBS
    ]
    for earlier, later in zip(tasks, tasks[1:]):
        earlier.set_downstream(later)
