import Foundation
import Testing

@testable import Entente

@Suite struct OrderedWorkTests {
  private struct Odd: Error, Equatable { let number: Int }

  @Test(arguments: [1, 2, 5]) func resultsComeInTheOrderOfInputs(jobs: Int) throws {
    let line = OrderedWork<Int, Int>(jobs: jobs) { number in
      // Later inputs are done sooner.
      Thread.sleep(forTimeInterval: Double(number % 7 == 0 ? 4 : 0) / 1000)
      return number * number
    }
    var received: [Int] = []
    try line.run(source: { push in for i in 0..<200 { try push(i) } }, receive: { received.append($0) })
    #expect(received == (0..<200).map { $0 * $0 })
  }

  @Test(arguments: [1, 3]) func theFirstErrorInOrderEndsIt(jobs: Int) throws {
    let line = OrderedWork<Int, Int>(jobs: jobs) { number in
      if number >= 5 { throw Odd(number: number) }
      return number
    }
    var received: [Int] = []
    #expect(throws: Odd(number: 5)) {
      try line.run(source: { push in for i in 0..<100 { try push(i) } }, receive: { received.append($0) })
    }
    #expect(received == [0, 1, 2, 3, 4])
  }

  @Test(arguments: [1, 3]) func aReceiverMayEndIt(jobs: Int) throws {
    let line = OrderedWork<Int, Int>(jobs: jobs) { $0 }
    #expect(throws: Odd(number: 3)) {
      try line.run(
        source: { push in
          var i = 0
          while true {
            try push(i)
            i += 1
          }
        },
        receive: { if $0 == 3 { throw Odd(number: 3) } })
    }
  }

  @Test(arguments: [1, 3]) func anErrorOfTheSourceComesAfterWhatItGave(jobs: Int) throws {
    let line = OrderedWork<Int, Int>(jobs: jobs) { $0 }
    var received: [Int] = []
    #expect(throws: Odd(number: -1)) {
      try line.run(
        source: { push in
          for i in 0..<4 { try push(i) }
          throw Odd(number: -1)
        }, receive: { received.append($0) })
    }
    #expect(received == [0, 1, 2, 3])
  }

  /// A program that sends one article and waits for its line before it sends the next must not wait for ever.
  @Test func anInputIsAnsweredBeforeTheNextComes() throws {
    let answered = DispatchSemaphore(value: 0)
    let line = OrderedWork<Int, Int>(jobs: 4) { $0 }
    var received = 0
    try line.run(
      source: { push in
        for i in 0..<20 {
          try push(i)
          #expect(answered.wait(timeout: .now() + 20) == .success)
        }
      },
      receive: { _ in
        received += 1
        answered.signal()
      })
    #expect(received == 20)
  }
}
