import Foundation

/// Runs pure work on several threads and hands the results over in the order of the inputs.
///
/// A producer pushes inputs from a thread of its own, `jobs` workers take them, and the caller's thread receives every
/// result as soon as all before it are done; so one input that waits for its answer gets it. At most `8 × jobs` inputs
/// are under way at once, whatever the size of the source. With one job nothing leaves the caller's thread.
struct OrderedWork<Input: Sendable, Output: Sendable>: Sendable {
  let jobs: Int
  let work: @Sendable (Input) throws -> Output

  /// Deep trees are walked by recursion; a thread's usual half megabyte is little for that.
  private static var stackSize: Int { 16 << 20 }

  /// Throws what the source, the work or `receive` throws first in order; nothing is received after that.
  func run(
    source: @escaping @Sendable ((Input) throws -> Void) throws -> Void, receive: (Output) throws -> Void
  ) throws {
    if jobs <= 1 {
      try source { input in try receive(try work(input)) }
      return
    }
    let line = Line<Input, Output>(limit: jobs * 8)
    spawn {
      do {
        try source { input in try line.push(input) }
        line.close(nil)
      } catch {
        line.close(error)
      }
    }
    for _ in 0..<jobs {
      spawn { [work] in
        while let (index, input) = line.take() { line.deliver(index, Result { try work(input) }) }
      }
    }
    defer { line.stop() }
    while let output = try line.next() { try receive(output) }
  }

  private func spawn(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.stackSize = Self.stackSize
    thread.start()
  }
}

/// The queue between producer, workers and receiver. Every access holds the condition.
private final class Line<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  struct Stopped: Error {}

  private let condition = NSCondition()
  private let limit: Int
  private var inputs: [(Int, Input)] = []
  private var outputs: [Int: Result<Output, any Error>] = [:]
  private var pushed = 0
  private var received = 0
  private var isClosed = false
  private var isStopped = false
  private var sourceError: (any Error)?

  init(limit: Int) { self.limit = limit }

  private func locked<Value>(_ body: () throws -> Value) rethrows -> Value {
    condition.lock()
    defer { condition.unlock() }
    return try body()
  }

  func push(_ input: Input) throws {
    try locked {
      while pushed - received >= limit, !isStopped { condition.wait() }
      if isStopped { throw Stopped() }
      inputs.append((pushed, input))
      pushed += 1
      condition.broadcast()
    }
  }

  func close(_ error: (any Error)?) {
    locked {
      isClosed = true
      sourceError = error
      condition.broadcast()
    }
  }

  func stop() {
    locked {
      isStopped = true
      condition.broadcast()
    }
  }

  func take() -> (Int, Input)? {
    locked {
      while inputs.isEmpty, !isClosed, !isStopped { condition.wait() }
      return inputs.isEmpty || isStopped ? nil : inputs.removeFirst()
    }
  }

  func deliver(_ index: Int, _ output: Result<Output, any Error>) {
    locked {
      outputs[index] = output
      condition.broadcast()
    }
  }

  /// The next result in order, or nil after the last.
  func next() throws -> Output? {
    try locked {
      while outputs[received] == nil, !(isClosed && received == pushed) { condition.wait() }
      if let output = outputs.removeValue(forKey: received) {
        received += 1
        condition.broadcast()
        return try output.get()
      }
      if let sourceError { throw sourceError }
      return nil
    }
  }
}
