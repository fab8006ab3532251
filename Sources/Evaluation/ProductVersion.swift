/// The version that all programs say.
package enum ProductVersion {
  /// `1.2.3`, by semver.org.
  package static let text = "0.1.0"
}
