//! Texts that hold no secret, though they look like it: the key of a field, and the text.

pub const HARMLESS: &[(&str, &str)] = &[
    // Tags of any name.
    ("tags", "token=blue"),
    ("tags", "token-owner=platform"),
    ("tags", "password=rotated-yearly"),
    ("tags", "secret=no"),
    ("tags", "api-key=none"),
    ("tags", "data:classification=secret"),
    ("tags", "owner=me@corp.example"),
    ("tags", "repo=https://github.com/corp/infra"),
    ("tags", "commit=0a1b2c3d4e5f60718293a4b5c6d7e8f901234567"),
    // Variables whose name is about a secret.
    ("env", "TOKEN_PATH=/run/secrets/token"),
    ("env", "NEXUS_PASSWORD_FILE=/run/secrets/nexus"),
    ("env", "SECRET_NAME=harness/blue"),
    ("env", "AUTH_ENABLED=true"),
    ("env", "ENABLE_AUTH=true"),
    ("env", "TOKENIZER=gpt2"),
    ("env", "MAX_TOKENS=4096"),
    ("env", "KEY_ALGORITHM=RSA"),
    ("env", "PASSWORD_MIN_LENGTH=12"),
    ("env", "PWD=/opt/harness-delegate"),
    ("env", "OLDPWD=/tmp"),
    ("env", "AWS_ACCESS_KEY_ID=AKIANOTREAL"),
    ("env", "TOKEN_URL=https://login.example/oauth2/token"),
    (
        "env",
        "SECRET_ARN=arn:aws:secretsmanager:us-west-2:012345678901:secret:x-a1B2c3",
    ),
    ("env", "SECRET_REGION=us-west-2"),
    ("env", "DELEGATE_CLIENT_CERTIFICATE_KEY_PATH=/etc/mtls/client.key"),
    ("env", "SORT_KEY=name"),
    (
        "env",
        "PUBLIC_KEY=ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA me@laptop",
    ),
    ("env", "COMPASS=north"),
    ("env", "PROXY_BYPASS=localhost"),
    ("env", "AUTHOR=me"),
    ("env", "GITHUB_TOKEN="),
    // Values.
    (
        "env",
        "JAVA_OPTS=-Xms64M -Dhttps.proxyHost=proxy.corp -Dhttps.proxyPort=3128",
    ),
    ("env", "JAVA_OPTS=-Djavax.net.ssl.trustStore=/opt/trust.jks"),
    (
        "env",
        "DB=jdbc:postgresql://me@db.example:5432/app?sslmode=require",
    ),
    ("env", "DB=jdbc:oracle:thin:@//db.example:1521/app"),
    ("env", "DB=postgres://app@db.example:5432/app"),
    ("env", "REGISTRY=https://registry.example:5000/v2/"),
    ("env", "IPV6=http://[::1]:3460/"),
    ("env", "REPO=git@github.com:corp/infra.git"),
    ("env", "REPO=https://me@bitbucket.org/corp/infra.git"),
    ("env", "MAIL=mailto:me@corp.example"),
    ("env", r#"CONFIG={"user":"app","passwordFile":"/run/secrets/db"}"#),
    (
        "env",
        "CHECKSUM=sha256-bm90YXJlYWx0b2tlbm5vdGFyZWFsdG9rZW5ub3RhcmU=",
    ),
    ("env", "MD5=00000000000000000000000000000000"),
    ("env", "UUID=01234567-89ab-cdef-0123-456789abcdef"),
    ("env", "HOST=pat.example.com"),
    ("env", "KNOWN=SHA256:bm90YXJlYWxmaW5nZXJwcmludG5vdGFyZWFsZmluZ2V"),
    ("env", "GOOGLE_APPLICATION_CREDENTIALS=/etc/gcp/key.json"),
    ("env", "NPM=npm_config_registry"),
    ("env", "SECRET_REF=<+secrets.getValue(\"account.nexus\")>"),
    ("env", "TIME=12:34@noon.example/x"),
    // Variables from secrets: the name says nothing.
    (
        "secret_env",
        "NEXUS_PASSWORD=arn:aws:secretsmanager:us-west-2:012345678901:secret:nexus-d4E5f6:password::",
    ),
    (
        "secret_env",
        "GIT_TOKEN=arn:aws:ssm:us-west-2:012345678901:parameter/platform/git/token",
    ),
    ("secret_env", "GIT_TOKEN=/platform/git/token"),
    ("secret_env", "GIT_TOKEN=git-token"),
    ("secret_env", "API_KEY=<ARN_OF_THE_KEY>"),
    (
        "token_secret_arn",
        "arn:aws:secretsmanager:us-west-2:012345678901:secret:harness/blue-a1B2c3",
    ),
    (
        "token_secret_arn",
        "arn:aws:secretsmanager:us-west-2:012345678901:secret:me@corp-a1B2c3",
    ),
    // Images, names and addresses.
    (
        "image",
        "harness/delegate:26.10.87203@sha256:0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
    ),
    (
        "image",
        "registry.example:5000/harness/delegate@sha512:0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
    ),
    ("account_id", "aAbBcCdDeEfFgGhHiIjJkA"),
    ("manager_url", "https://app.harness.io/gratis"),
    ("no_proxy", "localhost,169.254.170.2,.corp.example:8080"),
    (
        "delegate_description",
        "Token: see the wiki. Passwords are in the vault, as always.",
    ),
    (
        "delegate_description",
        "Ask me@corp.example or https://wiki.example/a:b@c",
    ),
    ("delegate_tags", "token,secret-reader,api-key"),
    (
        "execution_role_arn",
        "arn:aws:iam::012345678901:role/secret/token@corp",
    ),
    // Scripts that say where a secret comes from.
    ("init_script", "git clone ssh://git@github.com/a/b.git"),
    ("init_script", "git clone git@github.com:a/b.git && cd b"),
    (
        "init_script",
        "git clone https://x-access-token:${GITHUB_TOKEN}@github.com/a/b.git",
    ),
    (
        "init_script",
        "curl -H \"Authorization: Bearer $TOKEN\" https://api.example",
    ),
    (
        "init_script",
        "curl -H \"Authorization: Bearer $(cat /run/token)\" https://api.example",
    ),
    ("init_script", "curl -u \"$USER:$PASSWORD\" https://nexus.example"),
    (
        "init_script",
        "docker login -u \"$USER\" -p \"$PASSWORD\" registry.example",
    ),
    (
        "init_script",
        "docker run --rm -u 1001:1001 -p 8080:8080 corp/tool",
    ),
    ("init_script", "docker run -u app:app corp/tool"),
    (
        "init_script",
        "aws ecr get-login-password | docker login --username AWS --password-stdin 1.dkr.ecr.us-west-2.amazonaws.com",
    ),
    (
        "init_script",
        "echo \"$PASSWORD\" | docker login --username me --password-stdin",
    ),
    (
        "init_script",
        "export TOKEN=$(aws secretsmanager get-secret-value --secret-id x --query SecretString --output text)",
    ),
    ("init_script", "export PASSWORD=`cat /run/password`"),
    (
        "init_script",
        "if [ \"$TOKEN\" = \"\" ]; then echo 'no token'; fi",
    ),
    ("init_script", "[[ $PASSWORD == x* ]] && exit 1"),
    ("init_script", "read -r -s -p \"Password: \" PASSWORD"),
    ("init_script", "mkdir -p login && sort --key=2 names"),
    ("init_script", "docker build --secret id=npm,src=$HOME/.npmrc ."),
    ("init_script", "aws configure set region us-west-2"),
    ("init_script", "openssl rsa -passin env:PASS -in k.pem"),
    ("init_script", "echo '-----BEGIN CERTIFICATE-----' > ca.pem"),
    ("init_script", "scp tool me@h:/tmp && rsync -a x me@h:y"),
    ("init_script", "npm install left@npm:right@1.2"),
    (
        "init_script",
        "kubectl get secret db -o jsonpath={.data.password}",
    ),
    ("init_script", "curl https://example.com/a?user=me&sig=1"),
];
