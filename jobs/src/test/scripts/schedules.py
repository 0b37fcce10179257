"""Checks the files in scripts/schedule without a scheduler: schedules.py FOLDER [FOLDER OF SCHEMAS].

Needs python3-yaml, python3-jsonschema and python3-botocore. Schemas of other projects (the Spark operator's resource,
Databricks' bundles) lie outside of the project: what needs one is left out, and a line says so. Exit code 1, with a line
for each fault.
"""

import gzip
import json
import re
import subprocess
import sys
import tempfile
import types
from pathlib import Path

import yaml
from jsonschema import Draft7Validator

HERE = Path(sys.argv[1])
SCHEMAS = Path(sys.argv[2]) if len(sys.argv) > 2 else None
JOBS = ["ingest", "features", "value", "segments", "contacts", "journey", "cohorts", "export", "report"]
# The parameters of the operator of Airflow's provider for Spark; BaseOperator takes the second line's.
SUBMIT = """application conf conn_id files py_files archives driver_class_path jars java_class packages exclude_packages
    repositories total_executor_cores executor_cores executor_memory driver_memory keytab principal proxy_user name
    num_executors status_poll_interval application_args env_vars verbose spark_binary properties_file yarn_queue deploy_mode
    use_krb5ccache post_submit_commands track_driver_via_k8s_api yarn_track_via_rm_api yarn_rm_auth
    openlineage_inject_parent_job_info openlineage_inject_transport_info durable
    task_id retries retry_delay""".split()
DAG = "dag_id schedule start_date catchup max_active_runs default_args tags description".split()
faults = []


def fault(file, text):
    faults.append(f"{file}: {text}")


def airflow():
    """Runs the DAG's file under modules that stand in for Airflow's and take its real parameters alone."""
    tasks = []

    def refusing(kind, known, given):
        for name in given:
            if name not in known:
                fault("airflow", f"{kind} has no parameter {name}")

    class Operator:
        def __init__(self, **given):
            refusing("SparkSubmitOperator", SUBMIT, given)
            self.__dict__.update(given, later=[])
            tasks.append(self)

        def set_downstream(self, later):
            self.later.append(later)

        def execute(self, context):
            raise context

    class Dag:
        def __init__(self, **given):
            refusing("DAG", DAG, given)

        def __enter__(self):
            return self

        def __exit__(self, *failure):
            return False

    class AirflowException(Exception):
        pass

    class AirflowFailException(AirflowException):
        pass

    stand_ins = {
        "pendulum": {"datetime": lambda *day, tz: day, "duration": lambda **length: length},
        "airflow": {},
        "airflow.exceptions": {"AirflowException": AirflowException, "AirflowFailException": AirflowFailException},
        "airflow.providers": {}, "airflow.providers.apache": {}, "airflow.providers.apache.spark": {},
        "airflow.providers.apache.spark.operators": {},
        "airflow.providers.apache.spark.operators.spark_submit": {"SparkSubmitOperator": Operator},
        "airflow.sdk": {"DAG": Dag},
    }
    for name, members in stand_ins.items():
        module = types.ModuleType(name)
        module.__dict__.update(members)
        sys.modules[name] = module
    file = HERE / "airflow/dangol_daily.py"
    exec(compile(file.read_text(encoding="utf-8"), str(file), "exec"), {"__name__": "dag"})
    if [task.task_id for task in tasks] != JOBS:
        fault("airflow", f"its tasks are {[task.task_id for task in tasks]}")
    if [task.later for task in tasks] != [[later] for later in tasks[1:]] + [[]]:
        fault("airflow", "its tasks do not follow one another")
    for code, expected in ((1, AirflowException), (2, AirflowFailException), (3, AirflowFailException),
                           (4, AirflowException), (5, AirflowException), (30, AirflowException)):
        for words in (f"Cannot execute: spark-submit. Error code is: {code}.", f"Kubernetes spark exit code is: {code}"):
            try:
                tasks[0].execute(AirflowException(words))
                raised = None
            except AirflowException as failure:
                raised = type(failure)
            if raised is not expected:
                fault("airflow", f"'{words}' ends as {raised}")


def strict(schema):
    """The schema without patterns, which Python cannot read, and with no unknown keys where keys are named."""
    if isinstance(schema, dict):
        kept = {key: strict(value) for key, value in schema.items() if key != "pattern" or isinstance(value, dict)}
        if "properties" in kept and "additionalProperties" not in kept:
            kept["additionalProperties"] = False
        return kept
    return [strict(part) for part in schema] if isinstance(schema, list) else schema


def against(file, document, schema):
    for error in Draft7Validator(schema).iter_errors(document):
        fault(file, f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")


def schema(name):
    """Another project's schema; none where it is not at hand."""
    if SCHEMAS is None or not (SCHEMAS / name).exists():
        print(f"schedules: NOT CHECKED against {name}, which is not beside the repository")
        return None
    return gzip.open(SCHEMAS / name, "rt", encoding="utf-8").read()


def kubernetes():
    document = yaml.safe_load((HERE / "kubernetes/dangol.yaml").read_text(encoding="utf-8"))
    if document["spec"].get("concurrencyPolicy") not in ("Allow", "Forbid", "Replace"):
        fault("kubernetes", "concurrencyPolicy is Allow, Forbid or Replace")
    text = schema("scheduledsparkapplications.crd.yaml.gz")
    if text:
        version = next(v for v in yaml.safe_load(text)["spec"]["versions"] if v["name"] == "v1beta2")
        spec = strict(version["schema"]["openAPIV3Schema"])["properties"]["spec"]
        against("kubernetes", document["spec"], spec)


def databricks():
    document = yaml.safe_load((HERE / "databricks/databricks.yml").read_text(encoding="utf-8"))
    text = schema("databricks-bundle.schema.json.gz")
    if text:
        against("databricks", document, strict(json.loads(text)))


def emr():
    from botocore.loaders import Loader
    from botocore.model import ServiceModel
    from botocore.validate import ParamValidator

    request = json.loads((HERE / "emr-serverless/start-job-run.json").read_text(encoding="utf-8"))
    model = ServiceModel(Loader().load_service_model("emr-serverless", "service-2"))
    # The service model of Debian's botocore is older than retries.
    request.pop("retryPolicy")
    report = ParamValidator().validate(request, model.operation_model("StartJobRun").input_shape)
    if report.has_errors():
        fault("emr-serverless", report.generate_report())


def verified(*units):
    """What systemd has against unit files; nothing where it has nothing."""
    said = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, encoding="utf-8")
    return said.stdout + said.stderr or ("it fails without a word" if said.returncode else "")


def systemd():
    with tempfile.TemporaryDirectory() as folder:
        faultless = Path(folder) / "faultless.service"
        faultless.write_text("[Service]\nType=oneshot\nExecStart=/bin/true\n", encoding="utf-8")
        noise = verified(str(faultless))
        if noise:
            print(f"schedules: NOT CHECKED by systemd, which finds fault with anything here: {noise.strip()[:200]}")
            return
        units = []
        for unit in ("dangol.service", "dangol.timer"):
            text = (HERE / "systemd" / unit).read_text(encoding="utf-8")
            copy = Path(folder) / unit
            # Only the command is not there yet, on the machine that checks.
            copy.write_text(text.replace("/opt/dangol/scripts/dangol", "/bin/true"), encoding="utf-8")
            units.append(str(copy))
        if verified(*units):
            fault("systemd", verified(*units))
        when = re.search(r"OnCalendar=(.*)", Path(units[1]).read_text(encoding="utf-8")).group(1)
        if subprocess.run(["systemd-analyze", "calendar", when], capture_output=True).returncode:
            fault("systemd", f"{when} is no time")


def cron():
    lines = [line for line in (HERE / "cron.example").read_text(encoding="utf-8").splitlines() if line[:1].isdigit()]
    if not lines:
        fault("cron", "it starts nothing")
    for line in lines:
        for field, most in zip(line.split(maxsplit=5), (59, 23, 31, 12, 7)):
            if field != "*" and not (field.isdigit() and int(field) <= most):
                fault("cron", f"{field} in: {line}")
        said = subprocess.run(["bash", "-n", "-c", line.split(maxsplit=5)[5]], capture_output=True, text=True)
        if said.returncode or "%" in line:
            fault("cron", f"no command of a crontab: {line}{said.stderr}")


def dockerfile():
    known = {"ARG", "FROM", "LABEL", "COPY", "USER", "RUN", "ENV", "WORKDIR", "ENTRYPOINT", "CMD", "EXPOSE"}
    text = (HERE / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    words = [line.split()[0] for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not set(words) <= known or "FROM" not in words:
        fault("Dockerfile", f"its instructions are {words}")


for check in (airflow, kubernetes, databricks, emr, systemd, cron, dockerfile):
    check()
    print(f"schedules: {check.__name__} looked at")
for line in faults:
    print(f"schedules: {line}", file=sys.stderr)
sys.exit(1 if faults else 0)
