import Foundation
import RandomStreams
import Testing

@Suite("Reproducible functions are accurate")
struct ReproducibleFunctionTests {
  #if arch(x86_64) && os(Linux)
    @Test("logarithms within 1 ulp of the extended precision of the C library")
    func logarithm() {
      for x in Self.positive + sample(.uniform, count: 100_000) {
        let exact = Foundation.log(Float80(x))
        #expect(Self.ulps(ReproducibleFunctions.log(x), exact) < 1, "\(x)")
      }
    }

    @Test("exponentials within 1 ulp of the extended precision of the C library")
    func exponential() {
      for u in sample(.uniform, count: 200_000) {
        let x = -708.3 + u * 1418
        let exact = Foundation.exp(Float80(x))
        #expect(Self.ulps(ReproducibleFunctions.exp(x), exact) < 1, "\(x)")
      }
    }

    private static func ulps(_ found: Double, _ exact: Float80) -> Double {
      Double((Float80(found) - exact).magnitude / Float80(Double(exact).ulp))
    }
  #endif

  /// Positive finite numbers of every magnitude.
  private static let positive = words(count: 100_000).map { Double(bitPattern: $0).magnitude }
    .filter { $0.isFinite }

  @Test("logarithms within 2 ulp of the C library")
  func logarithmOfLibrary() {
    for x in Self.positive {
      let expected = Foundation.log(x)
      #expect((ReproducibleFunctions.log(x) - expected).magnitude <= 2 * expected.ulp)
    }
  }

  @Test("exponentials within 2 ulp of the C library, subnormal results included")
  func exponentialOfLibrary() {
    for u in sample(.uniform, count: 100_000) {
      let x = -745 + u * 1454
      let expected = Foundation.exp(x)
      #expect((ReproducibleFunctions.exp(x) - expected).magnitude <= 2 * expected.ulp)
    }
  }

  @Test("special values")
  func special() {
    #expect(ReproducibleFunctions.log(0) == -.infinity)
    #expect(ReproducibleFunctions.log(.infinity) == .infinity)
    #expect(ReproducibleFunctions.log(-1).isNaN)
    #expect(ReproducibleFunctions.log(1) == 0)
    #expect(ReproducibleFunctions.exp(0) == 1)
    #expect(ReproducibleFunctions.exp(-.infinity) == 0)
    #expect(ReproducibleFunctions.exp(.infinity) == .infinity)
    #expect(ReproducibleFunctions.exp(.nan).isNaN)
    #expect(ReproducibleFunctions.upperNormalQuantile(0) == .infinity)
    #expect(ReproducibleFunctions.upperNormalQuantile(1) == -.infinity)
    #expect(ReproducibleFunctions.upperNormalQuantile(2).isNaN)
    #expect(ReproducibleFunctions.gammaFunction(172) == .infinity)
    #expect(ReproducibleFunctions.gammaFunction(0).isNaN)
  }

  // mpmath 1.3.0 with 40 digits: the root z of erfc(z / sqrt 2) / 2 = tail.
  private static let quantiles: [(tail: Double, z: Double)] = [
    (0.49, 0.025068908258711057), (0.25, 0.6744897501960817), (0.075, 1.439531470938456),
    (0.074, 1.4466320671589785), (0.9, -1.2815515655446006), (0.925, -1.4395314709384561),
    (0.99, -2.3263478740408408), (1e-3, 3.0902323061678136), (1e-6, 4.753424308822899),
    (1e-10, 6.361340902404057), (2e-11, 6.604077590405634), (1e-11, 6.706023155495136),
    (1e-20, 9.262340089798407), (1e-50, 14.933337534788489), (1e-100, 21.273453560965326),
    (1e-200, 30.20559417957964), (1e-300, 37.0470962993612), (1 - 0x1p-53, -8.209536151601387),
  ]

  @Test("normal quantiles of mpmath, down to a tail of 1e-300", arguments: quantiles)
  func normalQuantile(tail: Double, z: Double) {
    #expect(abs(ReproducibleFunctions.upperNormalQuantile(tail) / z - 1) < 1e-15)
  }

  // mpmath 1.3.0 with 40 digits, of the doubles nearest to these decimals.
  private static let gammas: [(x: Double, value: Double)] = [
    (0.05, 19.470085311255513), (0.3, 2.991568987687591), (0.5, 1.772453850905516), (1, 1),
    (1.4616321449683622, 0.8856031944108887), (1.5, 0.886226925452758), (2, 1),
    (3.7, 4.170651783796604), (7.25, 1155.3810139199898), (9.999, 362063.8223409927),
    (10, 362880), (10.5, 1133278.3889487856), (11, 3_628_800), (33.3, 7.487577596522633e+35),
    (100.25, 2.94846628183877e+156), (150.5, 4.661072627097378e+261),
    (171.5, 9.4833675668248e+307),
  ]

  @Test("gamma function of mpmath", arguments: gammas)
  func gammaFunction(x: Double, value: Double) {
    #expect(abs(ReproducibleFunctions.gammaFunction(x) / value - 1) < 1e-14)
  }

  @Test("gamma function of the C library over its range")
  func gammaOfLibrary() {
    for u in sample(.uniform, count: 10_000) {
      let x = 0.05 + 171.5 * u
      #expect(abs(ReproducibleFunctions.gammaFunction(x) / tgamma(x) - 1) < 1.2e-14, "\(x)")
    }
  }
}
