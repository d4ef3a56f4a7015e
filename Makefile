# Everything a developer or an operator runs here; `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help

# The size, the seed and the date of the demo's day.
TRIPS ?= 20000
SEED  ?= 1
DAY   ?= 2026-04-09
# What is spoilt besides: FAULTS=statements plants errors into what providers and bank tell.
FAULTS ?=
# Two of each service, one of them killed in the middle of the day: make demo LINE="--replicas 2 --kill".
LINE ?=
# The services that an upgrade begins and ends with: by default the newest of which the database was an older one.
FROM ?= $(shell git log -1 --diff-filter=A --format=%H^ -- 'services/*/src/main/resources/db/migration/*')
# More options for the benchmarks: make bench BENCH="--rounds 5".
BENCH ?=
# More options for the dead letters: make dead-letters LETTERS="--topic … --put-back".
LETTERS ?=
# Whose positions, and what with them: make positions POSITIONS="--service wallet-settlement --save FILE".
POSITIONS ?=
# Of the line that the contract tests read, and whose dead letters are listed: what `make up` left running, unless they are given.
UP        = deploy/local/target/up/state.properties
BROKER   ?= $(shell sed -n 's/^broker=//p' $(UP) 2>/dev/null | tr -d '\\')
REGISTRY ?= $(shell sed -n 's/^registry=//p' $(UP) 2>/dev/null | tr -d '\\')
# A file of settings for Kafka's client, if the broker asks who one is.
CLIENT   ?=
# What images say that they are of: the version, and the time of the commit.
VERSION   = $$(sed -n 's/^  <version>\(.*\)<.*/\1/p' pom.xml)
COMMITTED = $$(TZ=UTC0 git log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd 2>/dev/null || echo 2026-01-01T00:00:00Z)

NO_JDK_NEEDED := help
ifneq ($(filter-out $(NO_JDK_NEEDED),$(or $(MAKECMDGOALS),help)),)
  JAVA_HOME := $(shell .mvn/find-jdk)
  ifeq ($(JAVA_HOME),)
    $(error no suitable JDK)
  endif
  ifeq ($(shell command -v mvn),)
    $(error Maven is missing: install it (Debian: maven))
  endif
endif
export JAVA_HOME
MVN      := mvn
JAVA      = "$(JAVA_HOME)/bin/java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
            --sun-misc-unsafe-memory-access=allow
COMMIT    = $$(git describe --always --dirty --exclude '*' 2>/dev/null || echo unknown)
LAUNCHER  = $(JAVA) -jar deploy/local/target/local.jar

SOURCES := $(shell find pom.xml schemas services deploy -type f -not -path '*/target/*' -not -path '*/src/test/*' -not -name '*.md')

.PHONY: help build test lint fmt chart chart-golden demo up down upgrade conformance contract-tests dead-letters positions bench bench-fares bench-reporting bench-settlement bench-taps images images-test images-classes clean chromium mosquitto kcat soffice xxd podman runc catatonit promtool

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | awk -F'\t' '{ printf "  make %-14s %s\n", $$1, $$2 }'

build: target/built ## compile and package everything, without tests

test: chromium mosquitto kcat soffice xxd promtool ## every unit and integration test, on a real Kafka, PostgreSQL, registry, MQTT broker and browser
	$(MVN) -T2 verify

lint: ## format, compiler and static-analysis rules; nothing is changed
	$(MVN) -q -T2 spotless:check package -DskipTests -Dquarkus.build.skip

fmt: ## format the Java sources
	$(MVN) -q spotless:apply

chart: ## the Helm chart alone: lint, every way to put it together, each document against Kubernetes' schemas
	$(MVN) -q -pl helm -am verify -Dtest='io.baytap.helm.*Test' -Dsurefire.failIfNoSpecifiedTests=false -DskipITs

chart-golden: ## writes the chart's golden files and its README's table of values anew
	$(MVN) -q -pl helm -am verify -Dtest='GoldenTest,ReadmeTest' -Dsurefire.failIfNoSpecifiedTests=false -DskipITs -Dbaytap.golden=true

demo: build ## a day of travel through all five services: make demo TRIPS=5000 SEED=7
	@$(LAUNCHER) demo --trips $(TRIPS) --seed $(SEED) --day $(DAY) $(FAULTS:%=--faults %) $(LINE)

up: build ## the same, left running; prints the address of the page
	@$(LAUNCHER) up --trips $(TRIPS) --seed $(SEED) --day $(DAY) $(FAULTS:%=--faults %) $(LINE)

down: ## end what `make up` left running
	@$(LAUNCHER) down

upgrade: build ## a day during which the services of FROM=<commit> become these and then those again, one replica after the other
	@from=$$(git rev-parse --short "$(FROM)^{commit}") && older=target/upgrade/$$from && echo "from $$from" && \
	  { test -d $$older || git worktree add --quiet --force --detach $$older $$from; } && \
	  (cd $$older && $(MVN) -q -T2 package -Dmaven.test.skip=true -pl $$(ls -d services/* | paste -sd,) -am) && \
	  $(LAUNCHER) upgrade --from $$older --trips $(TRIPS) --seed $(SEED) --day $(DAY)

conformance: build mosquitto ## the conformance kit for gates against a fresh intake, over HTTP, MQTT and Kafka
	@$(LAUNCHER) conformance

contract-tests: build ## what the settlement topics promise, against a running line: make contract-tests BROKER=… REGISTRY=…
	@test -n "$(BROKER)" -a -n "$(REGISTRY)" || { echo "name BROKER and REGISTRY, or make up first"; exit 2; }
	@$(JAVA) -jar deploy/finance/target/finance.jar --broker $(BROKER) --registry $(REGISTRY) $(CLIENT:%=--client %)

dead-letters: build ## what consumers parked, and back with it: make dead-letters BROKER=… LETTERS="--topic … --put-back"
	@test -n "$(BROKER)" || { echo "name BROKER, or make up first"; exit 2; }
	@$(JAVA) -jar deploy/operations/target/operations.jar --broker $(BROKER) $(CLIENT:%=--client %) $(LETTERS)

positions: build ## up to where a service has read, kept or put back: make positions BROKER=… POSITIONS="--service … --save FILE"
	@test -n "$(BROKER)" || { echo "name BROKER, or make up first"; exit 2; }
	@$(JAVA) -cp deploy/operations/target/operations.jar io.baytap.operations.PositionsCommand --broker $(BROKER) $(CLIENT:%=--client %) $(POSITIONS)

bench: build ## throughput of intake and line, each beside its ceiling: make bench BENCH="--rounds 5"
	@$(JAVA) -jar deploy/bench/target/bench.jar --commit "$(COMMIT)" $(BENCH)

bench-fares: build ## fare-calculation alone: its tariffs, its engine, its topology beside a bare one
	@$(JAVA) -cp deploy/bench/target/bench.jar io.baytap.bench.fares.Main --commit "$(COMMIT)" $(BENCH)

bench-settlement: build ## posting, closing, verifying and conversion beside what database and broker can do
	@$(JAVA) -cp deploy/bench/target/bench.jar io.baytap.bench.settlement.Main --commit "$(COMMIT)" $(BENCH)

bench-reporting: build ## counting fares, and reports and traces over a year of ten million of them
	@$(JAVA) -cp deploy/bench/target/bench.jar io.baytap.bench.reporting.Main --commit "$(COMMIT)" $(BENCH)

bench-taps: build ## tap-ingest beside a bare endpoint, in batches and one by one
	@$(JAVA) -cp deploy/bench/target/bench.jar io.baytap.bench.taps.Main --commit "$(COMMIT)" $(BENCH)

images: build ## OCI images of the five services, made without a daemon: archives in deploy/images/target/images
	@command -v dpkg-deb apt-get >/dev/null || { echo "make images needs apt-get and dpkg-deb: their base is made of Debian's packages"; exit 1; }
	$(MVN) -q -T2 package -Dmaven.test.skip=true -pl deploy/images,deploy/check,$$(ls -d services/* | paste -sd,) -am \
	  -Dquarkus.package.jar.type=aot-jar -Dquarkus.package.output-directory=aot-app
	@$(JAVA) -jar deploy/images/target/images.jar . "$(VERSION)" "$(COMMIT)" "$(COMMITTED)"

images-test: images podman runc catatonit ## start every image, and all of the rendered chart; and make all of them again, to the same digests
	$(MVN) -q verify -pl deploy/images -am -Dquarkus.build.skip -Dimages.skip=false -Dtest=NoSuch -Dit.test=ImagesIT,KubeIT,ReproducibleIT \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

images-classes: images ## run each service once, to renew the list of classes that its image has ready
	@$(JAVA) -cp deploy/images/target/images.jar io.baytap.images.Training .

clean: ## remove everything that was built
	$(MVN) -q clean
	@rm -rf target

target/built: $(SOURCES)
	$(MVN) -q -T2 package -Dmaven.test.skip=true
	@mkdir -p target && touch $@

# The page is tested in a real browser, workbooks in a real spreadsheet program, the MQTT door with a real broker, images in real containers, and what finance's README says with the tools that it
# names; Debian's are enough, and root can install them.
soffice: PACKAGE = libreoffice-calc-nogui
chromium mosquitto kcat soffice xxd podman runc catatonit:
	@PATH="$$PATH:/usr/sbin" command -v $@ >/dev/null || { test "$$(id -u)" = 0 && apt-get -qq update && apt-get -qq install -y --no-install-recommends $(or $(PACKAGE),$@); } \
	  || { echo "make $(MAKECMDGOALS) needs $@: apt-get install $(or $(PACKAGE),$@) (as root)"; exit 1; }

# Debian's prometheus starts a server when it is installed; the tests want one program of it, which needs no installing.
promtool:
	@command -v $@ >/dev/null || test -x target/$@/usr/bin/$@ || { mkdir -p target/$@ && cd target/$@ && { test "$$(id -u)" != 0 || apt-get -qq update; } \
	  && apt-get -qq -o APT::Sandbox::User=root download prometheus && dpkg-deb --fsys-tarfile prometheus_*.deb | tar x ./usr/bin/promtool && rm prometheus_*.deb; } || { echo "make $(MAKECMDGOALS) needs $@: apt-get install prometheus (as root)"; exit 1; }
