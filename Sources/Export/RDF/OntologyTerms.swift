import Statements

/// The ontology's own terms beside the relations.
extension Ontology {
  struct Term {
    let name: String
    let type: String
    let lines: [(String, String)]

    init(
      _ name: String, _ type: String = "", _ comment: String, domain: String? = nil, range: String? = nil,
      more: [(String, String)] = []
    ) {
      self.name = name
      self.type = type
      lines =
        [("rdfs:comment", "\"" + RDFText.literal.text(comment) + "\"@en")]
        + (domain.map { [("rdfs:domain", $0)] } ?? []) + (range.map { [("rdfs:range", $0)] } ?? []) + more
    }
  }

  static let classes: [Term] = [
    Term(
      "Statement", "", "One thing that an article says of two nodes, or of a node and words.",
      more: [("rdfs:subClassOf", "rdf:Statement, prov:Entity")]),
    Term(
      "Role", "", "An office whose holder is not named, taken as one who acts.",
      more: [("rdfs:subClassOf", "prov:Agent")]),
    Term("Category", "", "A kind of relation: those of PLOVER, and POWER and TIE."),
    Term("Factuality", "", "How a text presents what it says."),
    Term("Polarity", "", "Whether something is said to be so or not to be so."),
    Term("ArticlePart", "", "Which string of an article an offset points into."),
    Term("ParticipantPart", "", "What someone does in an event.", more: [("rdfs:subClassOf", "sem:RoleType")]),
  ]

  static let individuals: [(name: String, type: String, comment: String)] =
    Factuality.allCases.map { ($0.rawValue, "Factuality", comment($0)) } + [
      ("positive", "Polarity", "Said to be so."), ("negative", "Polarity", "Said not to be so."),
      ("title", "ArticlePart", "The headline."), ("text", "ArticlePart", "What stands below the headline."),
      ("agent", "ParticipantPart", "Who acts."), ("counterpart", "ParticipantPart", "With whom."),
      ("host", "ParticipantPart", "Who receives the others."),
      ("inviter", "ParticipantPart", "Who asked the others to come."),
      ("target", "ParticipantPart", "To whom it is done."), ("topic", "ParticipantPart", "What it is about."),
      ("purpose", "ParticipantPart", "What it is for."),
      ("LeaderRole", "Role", "Being at the head of a body; the role of a membership."),
      ("MemberRole", "Role", "Belonging to a body; the role of a membership."),
      ("RepresentativeRole", "Role", "Speaking or acting for a body; the role of a membership."),
    ]

  private static func comment(_ factuality: Factuality) -> String {
    switch factuality {
    case .asserted: "Told as a fact."
    case .reported: "Only claimed by a source."
    case .planned: "Scheduled, promised, to come."
    case .possible: "Possible, asked for, wanted or conditional."
    case .denied: "Said to be denied by someone."
    }
  }

  static let properties: [Term] = [
    Term(
      "objectText", "owl:DatatypeProperty",
      "The object of a statement whose object is words, such as an office's title.",
      domain: "entente:Statement", range: "xsd:string"),
    Term(
      "relationLabel", "owl:DatatypeProperty", "The verb phrase of a relation that the vocabulary does not have.",
      range: "xsd:string"),
    Term("factuality", "owl:ObjectProperty", "How what is said is presented.", range: "entente:Factuality"),
    Term("polarity", "owl:ObjectProperty", "Whether it is said to be so or not.", range: "entente:Polarity"),
    Term(
      "attribution", "owl:ObjectProperty", "Who says so, where the article does not say it itself.",
      domain: "entente:Statement"),
    Term(
      "attributionText", "owl:DatatypeProperty", "Who says so, in words, where it is no node.",
      domain: "entente:Statement", range: "xsd:string"),
    Term(
      "begin", "owl:DatatypeProperty", "The year, month or day since which it holds or at which it happened.",
      domain: "entente:Statement"),
    Term(
      "end", "owl:DatatypeProperty", "The year, month or day until which it holds or at which it happened.",
      domain: "entente:Statement"),
    Term(
      "event", "owl:ObjectProperty", "The event that a statement tells of.", domain: "entente:Statement",
      range: "sem:Event"),
    Term(
      "confidence", "owl:DatatypeProperty", "Estimated probability that the statement is what the text says, 0 to 1.",
      domain: "entente:Statement", range: "xsd:decimal"),
    Term("rule", "owl:DatatypeProperty", "What found the statement.", domain: "entente:Statement", range: "xsd:string"),
    Term(
      "evidence", "owl:ObjectProperty", "The passage that says so.", domain: "entente:Statement",
      range: "oa:SpecificResource"),
    Term(
      "part", "owl:ObjectProperty", "Which string of the article the position points into.",
      domain: "oa:SpecificResource", range: "entente:ArticlePart"),
    Term(
      "participation", "owl:ObjectProperty", "A participant of an event with its part.", domain: "sem:Event",
      range: "sem:Role"),
    Term("category", "owl:AnnotationProperty", "The category of a relation."),
    Term("cameo", "owl:AnnotationProperty", "The code of the relation in the CAMEO event ontology."),
    Term(
      "other", "owl:ObjectProperty",
      "A relation that the vocabulary does not have; its statements have its verb phrase."),
  ]

  static let shapes: [String] = [
    """
    entente:EntityShape a sh:NodeShape ;
      sh:targetClass schema:Person, schema:Organization, schema:Place, entente:Role ;
      sh:property [ sh:path schema:name ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
      sh:property [ sh:path schema:alternateName ; sh:datatype xsd:string ] .
    """,
    """
    entente:StatementShape a sh:NodeShape ;
      sh:targetClass entente:Statement ;
      sh:nodeKind sh:IRI ;
      sh:property [ sh:path rdf:subject ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
      sh:xone (
        [ sh:property [ sh:path rdf:object ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ]
        [ sh:property [ sh:path entente:objectText ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ]
      ) ;
      sh:property [
        sh:path entente:factuality ; sh:minCount 1 ; sh:maxCount 1 ;
        sh:in ( entente:asserted entente:reported entente:planned entente:possible entente:denied )
      ] ;
      sh:property [
        sh:path entente:polarity ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( entente:positive entente:negative )
      ] ;
      sh:property [ sh:path entente:attribution ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
      sh:property [ sh:path entente:attributionText ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
      sh:property [ sh:path entente:begin ; sh:maxCount 1 ; sh:or entente:dates ] ;
      sh:property [ sh:path entente:end ; sh:maxCount 1 ; sh:or entente:dates ] ;
      sh:property [
        sh:path entente:confidence ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:decimal ;
        sh:minInclusive 0.0 ; sh:maxInclusive 1.0
      ] ;
      sh:property [ sh:path entente:event ; sh:maxCount 1 ; sh:class sem:Event ] ;
      sh:property [ sh:path entente:evidence ; sh:maxCount 1 ; sh:node entente:EvidenceShape ] ;
      sh:property [ sh:path prov:wasGeneratedBy ; sh:maxCount 1 ; sh:class prov:Activity ] ;
      sh:property [ sh:path prov:wasDerivedFrom ; sh:minCount 1 ; sh:maxCount 1 ; sh:class schema:NewsArticle ] .
    """,
    """
    entente:dates rdf:first [ sh:datatype xsd:date ] ;
      rdf:rest ( [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:gYear ] ) .
    """,
    """
    entente:EvidenceShape a sh:NodeShape ;
      sh:targetObjectsOf entente:evidence ;
      sh:class oa:SpecificResource ;
      sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:class schema:NewsArticle ] ;
      sh:property [ sh:path entente:part ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( entente:title entente:text ) ] ;
      sh:property [ sh:path oa:hasSelector ; sh:minCount 2 ; sh:maxCount 2 ] .
    """,
    """
    entente:QuoteShape a sh:NodeShape ;
      sh:targetClass oa:TextQuoteSelector ;
      sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ] ;
      sh:property [ sh:path oa:prefix ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ] ;
      sh:property [ sh:path oa:suffix ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ] .
    """,
    """
    entente:PositionShape a sh:NodeShape ;
      sh:targetClass oa:DataPositionSelector ;
      sh:property [
        sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ; sh:lessThan oa:end
      ] ;
      sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ] .
    """,
    """
    entente:ParticipationShape a sh:NodeShape ;
      sh:targetObjectsOf entente:participation ;
      sh:class sem:Role ;
      sh:property [ sh:path rdf:value ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
      sh:property [ sh:path sem:roleType ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] .
    """,
    """
    entente:MembershipShape a sh:NodeShape ;
      sh:targetClass org:Membership ;
      sh:property [ sh:path org:member ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
      sh:property [ sh:path org:organization ; sh:nodeKind sh:IRI ] ;
      sh:property [ sh:path org:role ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
      sh:property [ sh:path org:memberDuring ; sh:maxCount 1 ; sh:class time:Interval ] .
    """,
    """
    entente:ArticleShape a sh:NodeShape ;
      sh:targetClass schema:NewsArticle ;
      sh:property [ sh:path schema:headline ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
      sh:property [ sh:path schema:datePublished ; sh:maxCount 1 ; sh:or entente:dates ] ;
      sh:property [ sh:path schema:publisher ; sh:maxCount 1 ; sh:class schema:Organization ] .
    """,
    """
    entente:ActivityShape a sh:NodeShape ;
      sh:targetClass prov:Activity ;
      sh:property [ sh:path prov:used ; sh:minCount 1 ; sh:class schema:NewsArticle ] ;
      sh:property [ sh:path prov:wasAssociatedWith ; sh:nodeKind sh:IRI ] .
    """,
  ]
}
