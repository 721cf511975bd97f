//! Commands and files of other tools.

use super::{import, missing, notes, texts, token};
use configurator::Form;
use configurator::fields;
use configurator::import::{Outcome, read};

/// The command that Harness's page shows for Docker, in its two lines of style.
fn docker_run() -> String {
    format!(
        "docker run -d  --cpus=1 --memory=2g \\\n  -e DELEGATE_NAME=docker-delegate \\\n  -e NEXT_GEN=\"true\" \\\n  -e DELEGATE_TYPE=\"DOCKER\" \\\n  -e ACCOUNT_ID=abcdefghijklmnopqrstuQ \\\n  -e DELEGATE_TOKEN={} \\\n  -e DELEGATE_TAGS=\"\" \\\n  -e MANAGER_HOST_AND_PORT=https://app.harness.io us-docker.pkg.dev/gar-prod-setup/harness-public/harness/delegate:26.08.89804",
        token()
    )
}

const KEYS: [&str; 6] = [
    "delegate_name",
    "account_id",
    "manager_url",
    "image",
    "cpu",
    "memory",
];

#[test]
fn the_command_of_harness_leaves_the_region_alone_to_the_script() {
    let import = import(&docker_run());
    assert_eq!(import.what, "a docker run command");
    assert_eq!(
        texts(&import.form, &KEYS),
        [
            "docker-delegate",
            "abcdefghijklmnopqrstuQ",
            "https://app.harness.io",
            "us-docker.pkg.dev/gar-prod-setup/harness-public/harness/delegate:26.08.89804",
            "1024",
            "2048"
        ]
    );
    assert_eq!(
        texts(&import.form, &["token", "env", "log_service_url"]),
        ["", "", ""]
    );
    assert_eq!(notes(&import, Outcome::NotUnderstood), [""; 0]);
    let left_out = notes(&import, Outcome::LeftOut);
    assert!(
        left_out.len() == 1 && left_out[0].starts_with("The token: "),
        "{left_out:?}"
    );
    assert!(
        !format!("{import:?}").contains(&token()),
        "the token is in the report"
    );
    let mut form = import.form;
    assert_eq!(missing(&form), ["region", "subnets", "security_groups"]);
    form.set(&fields::WAY, vec!["script".into()]);
    assert_eq!(missing(&form), ["region"]);
    form.set(&fields::WAY, vec!["cli".into()]);
    form.set(&fields::LAUNCH_TYPE, vec!["EC2".into()]);
    assert_eq!(missing(&form), ["region"]);
}

#[test]
fn the_token_is_taken_over_where_it_is_in_plain_text() {
    let mut form = Form::default();
    form.set(&fields::TOKEN_SOURCE, vec!["plain".into()]);
    let import = read(&docker_run(), &form).expect("an import");
    assert_eq!(texts(&import.form, &["token"]), [token()]);
    assert_eq!(notes(&import, Outcome::LeftOut), [""; 0]);
}

#[test]
fn variants_of_the_command() {
    let name = |text: &str| texts(&import(text).form, &["delegate_name", "image"]);
    let expected = ["d", "harness/delegate:24.10.84107"];
    for text in [
        "docker run -e DELEGATE_NAME=d harness/delegate:24.10.84107",
        "podman run --rm -it --env=DELEGATE_NAME=d harness/delegate:24.10.84107",
        "nerdctl run -eDELEGATE_NAME=d harness/delegate:24.10.84107",
        "sudo docker run --name x -e \"DELEGATE_NAME=d\" harness/delegate:24.10.84107",
        "docker run ^\r\n -e DELEGATE_NAME=d ^\r\n harness/delegate:24.10.84107\r\n",
        "docker run `\n -e 'DELEGATE_NAME=d' `\n harness/delegate:24.10.84107",
        "\u{FEFF}docker run -e DELEGATE_NAME=d \\  \n harness/delegate:24.10.84107",
        "docker run -e DELEGATE_NAME=d 24.10.84107",
        "```sh\ndocker run -e DELEGATE_NAME=d harness/delegate:24.10.84107\n```",
    ] {
        assert_eq!(name(text), expected, "{text}");
    }
}

#[test]
fn what_has_no_place_on_ecs_is_said() {
    let text = "docker run --net=host --restart=always --hostname=\"$(hostname -f)\" -u root -v /a:/b --read-only \
        --mount type=tmpfs,destination=/tmp --env-file delegate.env --gpus all -e ACCOUNT_ID=$ACCOUNT -e HTTP_PROXY \
        -e JAVA_OPTS=-Xms64M -e PROXY_PASSWORD=hunter2hunter2 -e WATCHER_STORAGE_URL=x -e DELEGATE_TYPE=HELM_DELEGATE \
        harness/delegate:26.08.89804 ./start.sh";
    let import = import(text);
    assert_eq!(
        texts(&import.form, &["env", "account_id"]),
        ["JAVA_OPTS=-Xms64M", ""]
    );
    insta::assert_snapshot!(notes(&import, Outcome::NotUnderstood).join("\n"));
    insta::assert_snapshot!(notes(&import, Outcome::LeftOut).join("\n"));
    assert!(!format!("{:?}{:?}", import.notes, import.changes).contains("hunter2"));
}

#[test]
fn the_upgrader_beside_is_left_out() {
    let upgrader = "docker run -d --cpus=0.1 --memory=100m -v /var/run/docker.sock:/var/run/docker.sock -e ACCOUNT_ID=a -e MANAGER_HOST_AND_PORT=https://app.harness.io -e UPGRADER_WORKLOAD_NAME=docker-delegate -e UPGRADER_TOKEN=t -e CONTAINER_STOP_TIMEOUT=3600 -e SCHEDULE=\"0 */1 * * *\" harness/upgrader:latest";
    let import = import(&format!("{}\n\n{upgrader}", docker_run()));
    assert_eq!(
        texts(&import.form, &["delegate_name", "env"]),
        ["docker-delegate", ""]
    );
    assert!(
        notes(&import, Outcome::LeftOut)
            .iter()
            .any(|note| note.starts_with("The upgrader"))
    );
    let alone = read(upgrader, &Form::default()).expect_err("the upgrader alone");
    assert!(alone.to_string().contains("upgrader"), "{alone}");
}

#[test]
fn broken_samples_of_the_documentation() {
    let fused = import(
        "docker run -e DELEGATE_NAME=d -e MANAGER_HOST_AND_PORT=https://app.harness.io/delegate:23.09.80505",
    );
    assert_eq!(
        texts(&fused.form, &["delegate_name", "manager_url", "image"]),
        ["d", "", ""]
    );
    let said = notes(&fused, Outcome::NotUnderstood);
    assert!(
        said.len() == 1 && said[0].contains("MANAGER_HOST_AND_PORT"),
        "{said:?}"
    );
}

#[test]
fn a_size_between_those_of_fargate_is_rounded_up() {
    let import = import("docker run --cpus=0.5 -m 5000m -e DELEGATE_NAME=d harness/delegate:26.08.89804");
    assert_eq!(texts(&import.form, &["cpu", "memory"]), ["1024", "5120"]);
    assert!(notes(&import, Outcome::Advice)[0].contains("1024 and 5120"));
}

#[test]
fn variables_join_those_that_are_there() {
    let mut form = Form::default();
    form.set(&fields::ENV, vec!["A=1".into(), "B=2".into()]);
    let import = read(
        "docker run -e B=3 -e C=4 -e DELEGATE_NAME=d harness/delegate:1",
        &form,
    )
    .expect("an import");
    assert_eq!(texts(&import.form, &["env"]), ["A=1|B=3|C=4"]);
}

#[test]
fn a_compose_file() {
    let list = "version: '3'\nservices:\n  harness-ng-delegate:\n    restart: unless-stopped\n    deploy:\n      resources:\n        limits:\n          cpus: \"0.5\"\n          memory: 2048M\n    image: harness/delegate:23.01.78102\n    environment:\n      - ACCOUNT_ID = abcdefghijklmnopqrstuQ\n      - DELEGATE_NAME=d\n      - ACCOUNT_SECRET=0123456789abcdef0123456789abcdef\n      - MANAGER_HOST_AND_PORT=https://app.harness.io\n  db:\n    image: postgres\nvolumes:\n  a: {}\n";
    let import = import(list);
    assert_eq!(import.what, "a compose file");
    assert_eq!(
        texts(&import.form, &KEYS),
        [
            "d",
            "abcdefghijklmnopqrstuQ",
            "https://app.harness.io",
            "harness/delegate:23.01.78102",
            "512",
            "2048"
        ]
    );
    let left_out = notes(&import, Outcome::LeftOut).join("\n");
    assert!(
        left_out.contains("The token")
            && left_out.contains("postgres")
            && left_out.contains("`volumes`")
            && left_out.contains("`restart`")
    );
    let map = "services:\n  d:\n    image: harness/delegate:1\n    environment:\n      DELEGATE_NAME: d\n      POLL_FOR_TASKS: true\n";
    assert_eq!(
        texts(&super::import(map).form, &["delegate_name", "env"]),
        ["d", "POLL_FOR_TASKS=true"]
    );
}

#[test]
fn the_chart_and_its_command() {
    let values = "delegateName: d\naccountId: abcdefghijklmnopqrstuQ\ndelegateToken: x\nmanagerEndpoint: https://app.harness.io\ndelegateDockerImage: harness/delegate:26.08.89804\nreplicas: 2\ncpu: 0.5\nmemory: 2048\ntags: a,b\nupgrader:\n  enabled: true\ncustom_envs:\n  - name: A\n    value: 'b'\nfoo: bar\n";
    let file = import(values);
    let keys = [&KEYS[..], &["delegate_tags", "desired_count", "env"]].concat();
    let expected = [
        "d",
        "abcdefghijklmnopqrstuQ",
        "https://app.harness.io",
        "harness/delegate:26.08.89804",
        "512",
        "2048",
        "a,b",
        "2",
        "A=b",
    ];
    assert_eq!(texts(&file.form, &keys), expected);
    assert_eq!(notes(&file, Outcome::NotUnderstood), ["`foo`"]);
    let command = "helm upgrade -i helm-delegate --namespace harness-delegate-ng --create-namespace \\\n harness-delegate/harness-delegate-ng \\\n --set delegateName=d \\\n --set accountId=abcdefghijklmnopqrstuQ --set delegateToken=x \\\n --set managerEndpoint=https://app.harness.io --set delegateDockerImage=harness/delegate:26.08.89804 \\\n --set replicas=2 --set upgrader.enabled=true --set cpu=0.5,memory=2048 --set tags=a\\\\,b --set-json custom_envs='[{\"name\":\"A\",\"value\":\"b\"}]'";
    let command = import(command);
    assert_eq!(texts(&command.form, &keys), expected);
    assert_eq!(command.what, "a helm command");
}

#[test]
fn a_manifest_of_kubernetes() {
    let manifest = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: n\n---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: account-token\ndata:\n  DELEGATE_TOKEN: \"eA==\"\n---\napiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: 1\n  template:\n    spec:\n      containers:\n      - image: harness/delegate:26.08.89804\n        name: delegate\n        livenessProbe: {}\n        resources:\n          limits:\n            memory: \"2048Mi\"\n          requests:\n            cpu: \"0.5\"\n        envFrom:\n        - secretRef:\n            name: account-token\n        env:\n        - name: DELEGATE_NAME\n          value: d\n        - name: ACCOUNT_ID\n          value: abcdefghijklmnopqrstuQ\n        - name: MANAGER_HOST_AND_PORT\n          value: https://app.harness.io\n        - name: POD\n          valueFrom:\n            fieldRef: {fieldPath: metadata.name}\n";
    let import = import(manifest);
    assert_eq!(
        texts(&import.form, &KEYS),
        [
            "d",
            "abcdefghijklmnopqrstuQ",
            "https://app.harness.io",
            "harness/delegate:26.08.89804",
            "512",
            "2048"
        ]
    );
    let left_out = notes(&import, Outcome::LeftOut).join("\n");
    assert!(
        left_out.contains("The token")
            && left_out.contains("livenessProbe")
            && left_out.contains("Namespace"),
        "{left_out}"
    );
    assert_eq!(
        notes(&import, Outcome::NotUnderstood),
        ["`POD`: its value is elsewhere."]
    );
}

#[test]
fn a_call_of_the_module() {
    let seed = include_str!("../seed/seed.md")
        .split("```terraform\n")
        .nth(1)
        .expect("the sample");
    let seed = seed.split("```").next().expect("its end");
    let import = import(&seed.replace("<Harness account Id>", "abcdefghijklmnopqrstuQ"));
    assert_eq!(import.what, "a call of Harness's Terraform module");
    assert_eq!(
        texts(&import.form, &["delegate_name", "account_id", "token_secret_arn"]),
        [
            "ecs",
            "abcdefghijklmnopqrstuQ",
            "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/delegate-zBsttc"
        ]
    );
    let said = notes(&import, Outcome::NotUnderstood).join("\n");
    assert!(
        said.contains("`security_groups`") && said.contains("`subnets`"),
        "{said}"
    );
    let call = "module \"d\" {\n  source = \"x/harness-delegate\"\n  cpu = 512\n  subnets = [\"subnet-1\", \"subnet-2\"]\n  delegate_environment = [{ name = \"A\", value = \"b\" }]\n  init_script = <<EOT\necho a\nEOT\n}\n";
    let import = super::import(call);
    assert_eq!(
        texts(&import.form, &["cpu", "subnets", "env", "init_script"]),
        ["512", "subnet-1,subnet-2", "A=b", "echo a\n"]
    );
}

#[test]
fn a_link_of_the_page() {
    let import = import(
        "https://example.com/configurator/?x=1#v=1&launch_type=EC2&delegate_name=d&token=abc&nonsense=1",
    );
    assert_eq!(
        texts(&import.form, &["launch_type", "delegate_name", "token"]),
        ["EC2", "d", ""]
    );
    assert_eq!(import.notes.len(), 2);
}

#[test]
fn a_command_within_another_text_is_told_apart() {
    let compose = "# docker run -d nginx\nservices:\n  d:\n    image: harness/delegate:1\n    environment:\n      DELEGATE_NAME: d\n      INIT_SCRIPT: |\n        docker run --rm busybox true\n";
    let import = import(compose);
    assert_eq!(import.what, "a compose file");
    assert_eq!(
        texts(&import.form, &["init_script"]),
        ["docker run --rm busybox true\n"]
    );
    let run = "docker run -e DELEGATE_NAME=d harness/delegate:1";
    for text in [
        format!("# {run}"),
        format!("> {run}"),
        format!("# the delegate\n{run}"),
        format!("Run this on the host:\n\n$ sudo {run}\n"),
    ] {
        assert_eq!(
            texts(&super::import(&text).form, &["delegate_name"]),
            ["d"],
            "{text}"
        );
    }
}

#[test]
fn a_value_keeps_its_blanks() {
    let import = import("docker run -e 'A= b ' -e DELEGATE_NAME=d harness/delegate:1");
    assert_eq!(texts(&import.form, &["env"]), ["A= b "]);
}
