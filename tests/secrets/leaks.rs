//! Texts that hold a secret: the key of a field, and the text. None of the secrets is one: each says so.

/// A token of the length that Harness issues.
pub const TOKEN: &str = "bm90YXJlYWx0b2tlbm5vdGFyZWFsdG9rZW5ub3RhcmU=";

/// What of a leak must be in no message: the secret, which the cases spell so that it can be told from the rest.
pub fn secrets_of(text: &str) -> Vec<&'static str> {
    let spellings = [
        "notreal",
        "not-real",
        "not-a-real",
        "notareal",
        "NotAReal",
        "not real",
        "bm90",
        "not=re=al",
        "not%40real",
        "00000000000000",
    ];
    spellings
        .into_iter()
        .filter(|spelling| text.contains(spelling))
        .collect()
}

pub const LEAKS: &[(&str, &str)] = &[
    // A delegate token in the wrong place.
    ("token_secret_arn", TOKEN),
    ("token_secret_arn", "not-a-real-token"),
    ("token_secret_arn", "00000000000000000000000000000000"),
    ("proxy_password_secret_arn", "not real!"),
    ("delegate_name", TOKEN),
    (
        "delegate_description",
        "the token is bm90YXJlYWx0b2tlbm5vdGFyZWFsdG9rZW5ub3RhcmU=.",
    ),
    ("image", TOKEN),
    ("cpu", TOKEN),
    ("launch_type", TOKEN),
    (
        "subnets",
        "subnet-0a1b2c3d, bm90YXJlYWx0b2tlbm5vdGFyZWFsdG9rZW5ub3RhcmU=",
    ),
    ("tags", "owner=bm90YXJlYWx0b2tlbm5vdGFyZWFsdG9rZW5ub3RhcmU="),
    ("env", "bm90YXJlYWx0b2tlbm5vdGFyZWFsdG9rZW5ub3RhcmU="),
    ("secret_env", "GIT_TOKEN=00000000000000000000000000000000"),
    ("secret_env", "GIT_TOKEN=not real!"),
    ("secret_env", "GIT=ghp_notarealtokennotarealtokennotareal00"),
    (
        "delegate_name",
        "docker run --cpus=1 --memory=2g -e DELEGATE_NAME=blue -e DELEGATE_TOKEN=not-real -e ACCOUNT_ID=x harness/delegate",
    ),
    (
        "delegate_tags",
        "blue,bm90YXJlYWx0b2tlbm5vdGFyZWFsdG9rZW5ub3RhcmU",
    ),
    // Addresses.
    ("manager_url", "https://me:notreal"),
    ("manager_url", "https://me:notreal@"),
    ("manager_url", "https://me:notreal@app.harness.io"),
    ("manager_url", "https://me:not%40real@app.harness.io/x"),
    ("proxy_host", "me:not=re=al@h"),
    ("proxy_host", "me:notreal@proxy.corp.example"),
    (
        "image",
        "me:notreal@registry.example/harness/delegate:26.10.87203",
    ),
    ("env", "PROXY=me:notreal@proxy.corp.example:3128"),
    ("env", "DATABASE_URL=postgres://app:notreal@db.example:5432/app"),
    (
        "env",
        "DB=jdbc:postgresql://db.example/app?user=app&password=notreal",
    ),
    ("env", "DB=jdbc:sqlserver://db.example;user=sa;password=notreal"),
    ("env", "DB=jdbc:oracle:thin:app/notreal@//db.example:1521/app"),
    ("env", "REDIS=redis://:notreal@cache.example:6379/0"),
    ("env", "AMQP=amqps://app:not-real@mq.example"),
    ("tags", "docs=https://me:notreal@wiki.example"),
    (
        "init_script",
        "git clone https://ghp_notarealtokennotarealtokennotareal00@github.com/a/b.git",
    ),
    (
        "init_script",
        "git clone https://notarealtokennotareal@example.com/a/b.git",
    ),
    (
        "init_script",
        "curl https://hooks.slack.com/services/T0NOTREAL/B0NOTREAL/notarealhook",
    ),
    (
        "env",
        "MODEL=https://b.s3.amazonaws.com/m?X-Amz-Expires=600&X-Amz-Signature=0000000000000000000000000000000000000000",
    ),
    (
        "init_script",
        "curl 'https://x.blob.core.windows.net/a?sv=2024-11-04&sig=notarealsignature%3D'",
    ),
    ("init_script", "curl https://api.example/v1?token=notreal"),
    // Variables by their names.
    ("env", "PGPASS=notreal"),
    ("env", "PGPASSWORD=notreal"),
    ("env", "DBPWD=notreal"),
    ("env", "DB_PWD=notreal"),
    ("env", "JWT=notreal"),
    ("env", "BEARER=notreal"),
    ("env", "COOKIE=notreal"),
    ("env", "CREDS=notreal"),
    ("env", "GOOGLE_CREDENTIALS=notreal"),
    ("env", "CONNECTION_STRING=notreal"),
    ("env", "NEXUS_PASSWORD=notreal"),
    ("env", "nexusPassword=notreal"),
    ("env", "GITHUB_TOKEN=notreal"),
    ("env", "GITHUB_PAT=notreal"),
    ("env", "CLIENT_SECRET=notreal"),
    ("env", "API_KEY=notreal"),
    ("env", "AWS_SECRET_ACCESS_KEY=notreal"),
    ("env", "SSH_PRIVATE_KEY=notreal"),
    ("env", "JWT_SIGNING_KEY=notreal"),
    ("env", "DB_ENCRYPTION_KEY=notreal"),
    ("env", "SSH_PASSPHRASE=notreal"),
    ("env", "DB_PASSWORD_OLD=notreal"),
    // Variables by their values.
    ("env", "JAVA_OPTS=-Xms64M -Dhttps.proxyPassword=notreal"),
    ("env", "JAVA_OPTS=-Djavax.net.ssl.trustStorePassword=notreal"),
    ("env", "GH=ghp_notarealtokennotarealtokennotareal00"),
    ("env", "GH=github_pat_notarealtokennotareal"),
    ("env", "GL=glpat-notarealtokennotareal"),
    (
        "env",
        "HARNESS=pat.notarealaccountidnotre.notarealtokenidnotareal0.notarealsecretnotare",
    ),
    (
        "env",
        "HARNESS=sat.notarealaccountidnotre.notarealtokenidnotareal0.notarealsecretnotare",
    ),
    ("env", "SLACK=xoxb-0000000000-notarealtoken"),
    ("env", "NPM=npm_notarealtokennotarealtokennotareal00"),
    ("env", "X=eyJhbGciOiJub25lIn0.eyJub3QiOiJyZWFsIn0.notreal"),
    ("env", "X=NotARealKey1NotARealKey2NotARealKey3NotA"),
    ("env", r#"CONFIG={"user":"app","password":"notreal"}"#),
    ("env", r#"CONFIG={\"password\":\"notreal\"}"#),
    ("env", "A=1\nDB_PASSWORD=notreal"),
    // Scripts.
    (
        "init_script",
        "curl -H 'Authorization: Bearer notreal' https://api.example",
    ),
    (
        "init_script",
        "curl -H \"Authorization: Basic bm90cmVhbA==\" https://api.example",
    ),
    (
        "init_script",
        "curl -H 'PRIVATE-TOKEN: notreal' https://git.example",
    ),
    ("init_script", "curl -H x-api-key:notreal https://api.example"),
    (
        "init_script",
        "curl -H 'Cookie: session=notreal' https://api.example",
    ),
    ("init_script", "curl -sSL -u me:notreal https://nexus.example/x"),
    ("init_script", "curl -ume:notreal https://nexus.example/x"),
    ("init_script", "curl --user 'me:notreal' https://nexus.example/x"),
    ("init_script", "docker login -u me -p notreal registry.example"),
    (
        "init_script",
        "docker login --username me --password notreal registry.example",
    ),
    (
        "init_script",
        "echo notreal | docker login --username me --password-stdin registry.example",
    ),
    (
        "init_script",
        "helm registry login registry.example -u me \\\n  -p notreal",
    ),
    ("init_script", "mkdir -p /tmp/x && oc login --token=notreal"),
    ("init_script", "vault login --token notreal"),
    ("init_script", "mysql -uroot -pnotreal"),
    ("init_script", "sshpass -p notreal ssh me@h"),
    ("init_script", "aws configure set aws_secret_access_key notreal"),
    (
        "init_script",
        "cat > ~/.aws/credentials <<X\n[default]\naws_access_key_id = AKIANOTREAL\naws_secret_access_key = notreal\nX",
    ),
    (
        "init_script",
        "echo '//registry.npmjs.org/:_authToken=notreal' > ~/.npmrc",
    ),
    (
        "init_script",
        "npm config set //registry.npmjs.org/:_authToken notreal",
    ),
    (
        "init_script",
        "printf 'machine git.example login me password notreal' > ~/.netrc",
    ),
    (
        "init_script",
        "cat > key <<X\n-----BEGIN RSA PRIVATE KEY-----\nnotreal\n-----END RSA PRIVATE KEY-----\nX",
    ),
    ("init_script", "export NEXUS_PASSWORD=\"not real\""),
    ("init_script", "cat > c.yaml <<X\npassword: notreal\nX"),
    ("init_script", "openssl rsa -passin pass:notreal -in k.pem"),
];
