# `make demo` and `make test` do their own set-up; see README.md.

SHARED ?= ../shared
STORIES := diplomatic-round takeover city-election
ENTENTE := .build/release/entente

.PHONY: demo test build setup lint format graphs ontology score floors bench clean

demo: build
	@mkdir -p demo
	@for story in $(STORIES); do \
	  rm -f demo/$$story.sqlite*; \
	  $(ENTENTE) build Examples/$$story --graph demo/$$story.sqlite \
	    -o demo/$$story.svg -o demo/$$story.dot -o demo/$$story.jsonld || exit 1; \
	done
	@echo "pictures and exports are in demo/:"; ls demo | sed 's/^/  /'
	@echo; echo "who met whom, from demo/diplomatic-round.sqlite:"
	@$(ENTENTE) who-met "Elena Orsova" --graph demo/diplomatic-round.sqlite

test: setup
	swift test
	.ci/receiving-tools

build: setup
	swift build -c release --product entente

setup:
	@.ci/setup

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

# The reviewed products of the example stories; CI compares them.
graphs: build
	.ci/graphs Graphs $(STORIES)

# The ontology and the shapes of the RDF exports, from the table of relations; a test compares them.
ontology: build
	$(ENTENTE) ontology > Ontology/entente.ttl
	$(ENTENTE) ontology --shapes > Ontology/shapes.ttl

# Quality: the graph against the gold, trees, names and coreference against the development sets, with floors.
score: build
	python3 .ci/score.py --entente $(ENTENTE) --shared $(SHARED)

# Lifts the floors to what is reached now, less half a point.
floors: build
	python3 .ci/score.py --entente $(ENTENTE) --shared $(SHARED) --raise

bench: build
	.ci/bench $(ENTENTE) $(SHARED)
	.ci/bench-export $(ENTENTE)
	.ci/bench-drawing $(ENTENTE)
	.ci/pictures $(ENTENTE) $(SHARED)

clean:
	rm -rf .build demo
