import GRDB

/// The tables, as an append-only list of migrations: what has been released is never edited.
///
/// An article owns its entities, mentions, events and statements; nothing of them is ever updated. Merging across
/// articles is the pair of tables `node` and `cluster`, computed anew from the articles, and the view `edge` over them.
enum Schema {
  /// "Ente" in ASCII: marks the file as ours (`PRAGMA application_id`).
  static let applicationID = 0x456E_7465

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: articles, statements and their view") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: articles + graph + merged + search)
    }
    return migrator
  }

  private static let articles = """
    CREATE TABLE article (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (id <> ''),
      content TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body)),
      url TEXT,
      publisher TEXT,
      published TEXT,
      firstDay INTEGER,
      lastDay INTEGER,
      dateline TEXT CHECK (dateline IS NULL OR json_valid(dateline)),
      CHECK ((published IS NULL) = (firstDay IS NULL) AND (published IS NULL) = (lastDay IS NULL))
    ) STRICT;

    CREATE TABLE entity (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      article TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      type TEXT NOT NULL CHECK (type IN ('person', 'organization', 'place', 'event', 'role', 'demonym', 'date', 'other')),
      name TEXT NOT NULL,
      aliases TEXT NOT NULL CHECK (json_valid(aliases)),
      identifiers TEXT NOT NULL CHECK (json_valid(identifiers))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entityArticle ON entity(article);

    CREATE TABLE mention (
      entity TEXT NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
      part TEXT NOT NULL CHECK (part IN ('title', 'text')),
      start INTEGER NOT NULL CHECK (start >= 0),
      end INTEGER NOT NULL CHECK (end >= start),
      text TEXT NOT NULL,
      form TEXT NOT NULL CHECK (form IN ('name', 'nominal', 'pronoun')),
      PRIMARY KEY (entity, part, start, end)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE judgement (
      number INTEGER PRIMARY KEY,
      article TEXT REFERENCES article(id) ON DELETE CASCADE,
      "left" TEXT NOT NULL,
      "right" TEXT NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
      score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
      reason TEXT NOT NULL,
      author TEXT NOT NULL,
      isPerson INTEGER NOT NULL CHECK (isPerson IN (0, 1)),
      date TEXT
    ) STRICT;
    CREATE INDEX judgementArticle ON judgement(article);

    """

  private static let graph = """
    CREATE TABLE event (
      id TEXT NOT NULL PRIMARY KEY,
      article TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      relation TEXT NOT NULL CHECK (relation <> ''),
      time TEXT,
      place TEXT REFERENCES entity(id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX eventArticle ON event(article);
    CREATE INDEX eventPlace ON event(place);

    CREATE TABLE participant (
      event TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 0),
      entity TEXT NOT NULL REFERENCES entity(id),
      part TEXT NOT NULL
        CHECK (part IN ('agent', 'counterpart', 'host', 'inviter', 'target', 'topic', 'purpose')),
      PRIMARY KEY (event, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX participantEntity ON participant(entity);

    CREATE TABLE statement (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      article TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      subject TEXT NOT NULL REFERENCES entity(id),
      relation TEXT NOT NULL CHECK (relation <> ''),
      object TEXT REFERENCES entity(id),
      literal TEXT,
      event TEXT REFERENCES event(id),
      polarity TEXT NOT NULL CHECK (polarity IN ('positive', 'negative')),
      factuality TEXT NOT NULL CHECK (factuality IN ('asserted', 'reported', 'planned', 'possible', 'denied')),
      source TEXT REFERENCES entity(id),
      sourceWords TEXT,
      time TEXT,
      firstDay INTEGER,
      lastDay INTEGER,
      part TEXT NOT NULL CHECK (part IN ('title', 'text')),
      sentence INTEGER NOT NULL CHECK (sentence >= 0),
      quote TEXT NOT NULL CHECK (quote <> ''),
      start INTEGER NOT NULL CHECK (start >= 0),
      end INTEGER NOT NULL CHECK (end > start),
      subjectStart INTEGER NOT NULL,
      subjectEnd INTEGER NOT NULL,
      objectStart INTEGER NOT NULL,
      objectEnd INTEGER NOT NULL,
      relationSpans TEXT NOT NULL,
      rule TEXT NOT NULL CHECK (rule <> ''),
      pipeline TEXT NOT NULL,
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      CHECK ((object IS NULL) <> (literal IS NULL)),
      CHECK (source IS NULL OR sourceWords IS NULL)
    ) STRICT;
    CREATE UNIQUE INDEX statementOnce ON statement(id, subject, ifnull(object, literal));
    CREATE INDEX statementArticle ON statement(article);
    CREATE INDEX statementSubject ON statement(subject);
    CREATE INDEX statementObject ON statement(object);
    CREATE INDEX statementSource ON statement(source);
    CREATE INDEX statementEvent ON statement(event);
    CREATE INDEX statementRelation ON statement(relation);

    CREATE TRIGGER statementNeverChanges BEFORE UPDATE ON statement BEGIN
      SELECT raise(ABORT, 'statements are never overwritten');
    END;

    CREATE TRIGGER statementQuotes BEFORE INSERT ON statement
    WHEN (
      SELECT CAST(substr(CAST(CASE NEW.part WHEN 'title' THEN title ELSE text END AS BLOB),
        NEW.start + 1, NEW.end - NEW.start) AS TEXT)
      FROM article WHERE id = NEW.article) IS NOT NEW.quote
    BEGIN
      SELECT raise(ABORT, 'a quotation is not the text at its offsets');
    END;

    """

  private static let merged = """
    CREATE TABLE node (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      type TEXT NOT NULL,
      name TEXT NOT NULL,
      aliases TEXT NOT NULL CHECK (json_valid(aliases)),
      identifiers TEXT NOT NULL CHECK (json_valid(identifiers))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE cluster (
      entity TEXT NOT NULL PRIMARY KEY REFERENCES entity(id) ON DELETE CASCADE,
      node TEXT NOT NULL REFERENCES node(id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX clusterNode ON cluster(node);

    CREATE TABLE nodeName (
      node TEXT NOT NULL REFERENCES node(id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      isMain INTEGER NOT NULL CHECK (isMain IN (0, 1)),
      PRIMARY KEY (key, node)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX nodeNameNode ON nodeName(node);

    CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE VIEW edge AS
      SELECT s.*, c.node AS subjectNode, d.node AS objectNode, e.node AS sourceNode
      FROM statement s
      JOIN cluster c ON c.entity = s.subject
      LEFT JOIN cluster d ON d.entity = s.object
      LEFT JOIN cluster e ON e.entity = s.source
      WHERE d.node IS NULL OR d.node <> c.node;

    """

  private static let search = """
    CREATE VIRTUAL TABLE articleText USING fts5(
      title, text, content='article', content_rowid='number', tokenize="unicode61 remove_diacritics 2");
    CREATE TRIGGER articleTextInsert AFTER INSERT ON article BEGIN
      INSERT INTO articleText(rowid, title, text) VALUES (NEW.number, NEW.title, NEW.text);
    END;
    CREATE TRIGGER articleTextDelete AFTER DELETE ON article BEGIN
      INSERT INTO articleText(articleText, rowid, title, text) VALUES ('delete', OLD.number, OLD.title, OLD.text);
    END;

    CREATE VIRTUAL TABLE nodeText USING fts5(
      node UNINDEXED, keys, tokenize="unicode61 remove_diacritics 2");
    """
}
