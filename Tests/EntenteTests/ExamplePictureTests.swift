import Entente
import Foundation
import Testing

/// The example stories, drawn in every kind of frame.
@Suite struct ExamplePictureTests {
  private static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples")

  private static func nodes(_ graph: Subgraph, _ frames: PictureSettings.Frames?) throws -> Int {
    var settings = PictureSettings()
    settings.frames = frames
    let svg = String(decoding: try graph.data(as: .svg, settings: settings), as: UTF8.self)
    return ["person", "organization", "place"].reduce(0) { sum, kind in
      sum + svg.components(separatedBy: "class=\"node \(kind)\"").count - 1
    }
  }

  @Test(arguments: ["diplomatic-round", "takeover", "city-election"])
  func framesKeepEveryNode(story: String) throws {
    let graph = try Graph()
    try TestPipeline.make().add([Self.examples.appendingPathComponent(story).path], to: graph)
    let subgraph = try graph.subgraph()
    let all = try Self.nodes(subgraph, nil)
    #expect(all > 20)
    for frames in PictureSettings.Frames.allCases {
      #expect(try Self.nodes(subgraph, frames) == all, "\(frames)")
    }
  }
}
