import Foundation
import GRDB
import Statements

/// The graph on disk: articles, what each says, and the merged view over them.
///
/// One connection writes, any number read at the same time (write-ahead log). Every change is one transaction: a
/// process that is killed leaves the store as it was before or after it.
package final class Store: Sendable {
  package enum Access: Sendable {
    /// Makes the file where there is none.
    case write
    /// The file must be there; nothing is changed.
    case read
  }

  package let path: String
  private let database: any DatabaseWriter

  /// Opens a store and brings its schema up to date.
  package init(path: String, access: Access = .write) throws(StoreError) {
    self.path = path
    let isThere = FileManager.default.fileExists(atPath: path)
    if !isThere, access == .read { throw .missing(path: path) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    do {
      switch access {
      case .write:
        // A foreign file must be told before its journal mode is changed.
        if isThere, try Self.isForeign(path) { throw StoreError.notAStore(path: path) }
        database = try DatabasePool(path: path, configuration: configuration)
        try Self.prepare(database, path: path)
      case .read:
        if try Self.isForeign(path) { throw StoreError.notAStore(path: path) }
        database = try Self.reader(path, configuration)
        let (isNewer, isCurrent) = try database.read { db in
          (try Schema.migrator.hasBeenSuperseded(db), try Schema.migrator.hasCompletedMigrations(db))
        }
        if isNewer { throw StoreError.newerSchema(path: path) }
        if !isCurrent { throw StoreError.notAStore(path: path) }
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// A store in memory, gone with the object.
  package init() throws(StoreError) {
    path = "memory"
    do {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = true
      database = try DatabaseQueue(configuration: configuration)
      try Self.prepare(database, path: path)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private static func prepare(_ database: any DatabaseWriter, path: String) throws {
    if try database.read({ try Schema.migrator.hasBeenSuperseded($0) }) { throw StoreError.newerSchema(path: path) }
    try Schema.migrator.migrate(database)
  }

  private static func reader(_ path: String, _ configuration: Configuration) throws -> any DatabaseWriter {
    var configuration = configuration
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
      return queue
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      // In a folder that cannot be written, SQLite reads a store only on the promise that nobody writes it meanwhile.
      let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
      return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
    }
  }

  /// Whether the file is a database of another program, or none at all. An empty file is nobody's.
  private static func isForeign(_ path: String) throws -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { throw StoreError.readOnly(path: path) }
    defer { try? file.close() }
    let header = (try? file.read(upToCount: 72)) ?? Data()
    if header.isEmpty { return false }
    // sqlite.org/fileformat.html: magic at 0, application id (big-endian) at 68.
    guard header.count == 72, header.starts(with: Data("SQLite format 3\0".utf8)) else { return true }
    let identifier = header.suffix(4).reduce(0) { $0 << 8 | Int($1) }
    // The first transaction may still be in the write-ahead log.
    if identifier == 0, FileManager.default.fileExists(atPath: path + "-wal") { return false }
    return identifier != Schema.applicationID
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try database.read(body)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch let error as DecodingError {
      throw StoreError(error, path: path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try database.write(body)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch let error as DecodingError {
      throw StoreError(error, path: path)
    }
  }
}
