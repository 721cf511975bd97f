# `make help` lists the targets. The scripts in scripts/ install everything and say what they do.

# An explicit shell makes make 3.81 (macOS) look programs up on the PATH below.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# The steps share target/ and dist/, so they run one after the other.
.NOTPARALLEL:

# The checkout's own tools come first, the directory of `cargo install` last.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH):$(or $(CARGO_HOME),$(HOME)/.cargo)/bin
# Trunk 0.21 reads NO_COLOR as its own flag and rejects the usual value, 1.
unexport NO_COLOR

# The wasm names the sources of its panics: not by the paths of the machine that builds it. Cargo adds this to the flags in
# .cargo/config.toml.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=cargo --remap-path-prefix=$(CURDIR)=.

# The tests also find the programs that judge the outputs. checkov comes last: it brings older copies of the others'
# libraries.
TEST_PATH = $(CURDIR)/.venv/bin:$(PATH):$(CURDIR)/.venv-checkov/bin

# The files that a first visit does not fetch: the page loads the rules at the first edit and the rest on demand; the
# service worker fetches all of them later, for visits without a network.
LATER = rules- formats- import- chunk_ client-zip- sw.js rules.html embed.js block.html

SINGLE_FILE = single-file/ecs-delegate-configurator.html

##@ Use

.PHONY: run
run: build-tools ## Build, serve on a loopback port (PORT=8080 or the next free one) and print the address
	@scripts/run $(PORT)

.PHONY: build
build: build-tools ## Build the static site into dist/ and print its size
	trunk build --release --locked
	node scripts/size.mjs $(if $(BUDGET),--budget $(BUDGET)) $(addprefix --later ,$(LATER)) dist

.PHONY: single-file
single-file: build ## Build the site as one HTML file with everything inside, into single-file/
	node scripts/single-file.mjs dist $(SINGLE_FILE)

.PHONY: test
test: build-tools test-tools check single-file ## Install what the tests need and run all of them
	@scripts/docusaurus
	@echo "== cargo test"
	@PATH="$(TEST_PATH)" cargo test --locked
	@echo "== cargo test, the browser's tests with the single file from disk"
	@PATH="$(TEST_PATH)" SINGLE_FILE=$(SINGLE_FILE) cargo test --locked --test browser
	@for engine in firefox webkit; do PATH="$(TEST_PATH)" scripts/test-engine $$engine; done
	@echo "== make test: all passed"

.PHONY: test-engine
test-engine: build-tools test-tools build ## Test the page in another engine (ENGINE=firefox or webkit)
	@scripts/docusaurus
	@PATH="$(TEST_PATH)" scripts/test-engine "$(ENGINE)"

.PHONY: test-embed
test-embed: build-tools test-tools build ## Build the example of Docusaurus and test the page inside other pages
	@scripts/docusaurus
	@PATH="$(TEST_PATH)" cargo test --locked --test embed --test docusaurus
	@echo "== make test-embed: all passed"

##@ Work

.PHONY: check
check: build-tools test-tools ## Formatting, clippy (native and wasm), shellcheck
	@scripts/check

.PHONY: format
format: ## Format the Rust sources
	cargo fmt

.PHONY: rules-report
rules-report: build-tools test-tools ## Print what botocore, the AWS CLI with moto, cfn-lint and this page say of each broken configuration
	@PATH="$(TEST_PATH)" REPORT=1 cargo test --quiet --locked --test peers -- --nocapture

.PHONY: terraform-plan
terraform-plan: build-tools test-tools ## Plan and apply random Terraform files, and change each field after an apply (CONFIGURATIONS=60)
	@PATH="$(TEST_PATH)" TERRAFORM_CONFIGURATIONS="$(or $(CONFIGURATIONS),60)" cargo test --quiet --locked --test terraform_plan -- --include-ignored --nocapture

.PHONY: facts
facts: build-tools test-tools ## Compare the fact tables with the installed botocore and cfn-lint
	@PATH="$(TEST_PATH)" REPORT=1 cargo test --quiet --locked --test facts -- --nocapture

.PHONY: bench-page
bench-page: build test-tools ## Measure the page beside the smallest ones (RUNS=5 KEYS=100 MARKDOWN=1, PAGES="NAME=DIRECTORY?query …" for others)
	@node scripts/bench-page/floor.mjs
	@node scripts/bench-page/main.mjs --runs "$(or $(RUNS),5)" --keys "$(or $(KEYS),100)" $(if $(MARKDOWN),--markdown) $(PAGES) \
		"page=dist?delegate_name=b" floor=target/floor/site "control=benches/control?delegate_name=b"

.PHONY: contents
contents: build-tools ## Build the page with the functions' names, and print what its wasm (or PART=import's) consists of
	KEEP_NAMES=1 trunk build --release --locked --dist target/contents
	node scripts/contents.mjs target/contents $(PART)

.PHONY: pictures
pictures: build test-tools ## Take pictures of every state of the page into target/pictures/, and those of the documentation (docs/)
	@scripts/docusaurus
	@cargo test --quiet --locked --test pictures -- --ignored --nocapture

# An optimised build tries many more inputs; tests unwind in this profile too.
.PHONY: fuzz
fuzz: build-tools ## Fuzz the parsers (FUZZ_SECONDS=60 for each, FUZZ_SEED=1)
	@FUZZ_SECONDS="$(or $(FUZZ_SECONDS),60)" cargo test --locked --profile bench --test fuzz -- --ignored --test-threads=1 --nocapture

.PHONY: mutants
mutants: build-tools ## Break the sources 300 times and see whether the tests notice (MUTANTS=n or all, SEED=1)
	@scripts/mutants

.PHONY: deny
deny: ## Check the dependencies' licences and advisories (installs cargo-deny, once)
	@scripts/deny

.PHONY: clean
clean: ## Remove what builds and tests wrote (not the installed tools)
	rm -rf dist single-file target test-results examples/docusaurus/build examples/docusaurus/.docusaurus

.PHONY: distclean
distclean: clean ## Remove the tools that are installed in this checkout too
	rm -rf .tools .venv .venv-checkov node_modules examples/docusaurus/node_modules

##@ Set up (the targets above do it)

.PHONY: build-tools
build-tools: ## Install what building needs
	@scripts/install-build-tools

.PHONY: test-tools
test-tools: ## Install what testing needs besides
	@scripts/install-test-tools

.PHONY: help
help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } /^##@/ { printf "\n%s\n", substr($$0, 5) } /^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile
