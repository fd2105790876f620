import Foundation

/// Where the model's files are.
package enum ModelFolder {
  static let name = "en-2"

  /// The model's folder: the one asked for, else beside the program, else in the build's bundle.
  ///
  /// `Bundle.module` is not asked: it ends the process where its folder is missing.
  ///
  /// - Throws: ``ModelError`` when the folder asked for has no model, or when none is found.
  package static func find(_ explicit: URL?) throws(ModelError) -> URL {
    if let explicit {
      guard hasModel(explicit) else { throw ModelError(file: explicit.path, reason: .notFound([explicit.path])) }
      return explicit
    }
    let places = candidates()
    for place in places where hasModel(place) { return place }
    throw ModelError(file: name, reason: .notFound(places.map(\.path)))
  }

  private static func hasModel(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("weights.bin").path)
  }

  private static func candidates() -> [URL] {
    var roots: [URL] = []
    if let program = Bundle.main.executableURL {
      for url in [program, program.resolvingSymlinksInPath()] {
        let folder = url.deletingLastPathComponent()
        if !roots.contains(folder) { roots.append(folder) }
      }
    }
    if let resources = Bundle.main.resourceURL, !roots.contains(resources) { roots.append(resources) }
    var places: [URL] = []
    for root in roots {
      places.append(root.appendingPathComponent(name))
      places.append(root.deletingLastPathComponent().appendingPathComponent("share/entente/\(name)"))
      for bundle in [
        "Entente_Language.resources", "Entente_Language.bundle", "Entente_Language.bundle/Contents/Resources",
      ] {
        places.append(root.appendingPathComponent(bundle).appendingPathComponent(name))
      }
    }
    // Tests on macOS run inside another program; their bundles lie beside the one with the tests.
    for bundle in Bundle.allBundles.map(\.bundleURL).sorted(by: { $0.path < $1.path }) {
      let place = bundle.deletingLastPathComponent().appendingPathComponent("Entente_Language.bundle/\(name)")
      if !places.contains(place) { places.append(place) }
    }
    return places
  }
}
