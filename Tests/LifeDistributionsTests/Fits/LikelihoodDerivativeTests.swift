#if GSL
  import Quantities
  import Testing
  import Topology

  @testable import LifeDistributions

  /// The second and the first derivatives are those of the values, at places on and off the ridge.
  @Suite("Derivatives of likelihoods against differences")
  struct LikelihoodDerivativeTests {
    static let families: [LifeFamily] = [.weibull, .lognormal, .gamma, .hyperexponential]

    @Test("of the sixteen lives", arguments: families)
    func sixteen(family: LifeFamily) throws {
      let surface = try LifeFit.surface(of: family, try ScaledLives(.sixteen()))
      for mean in [-0.9, -0.2, 0.4, 1.5] {
        for shape in [0.001, 0.08, 0.3, 1.1, 2.4] {
          for sign in family == .hyperexponential ? [1.0] : [1, -1] {
            try check(surface, at: ParameterPoint(mean: mean, shape: sign * shape))
          }
        }
      }
    }

    /// Five-point differences of values for the slopes, and of slopes for the curvatures.
    private func check(_ surface: any LikelihoodSurface, at point: ParameterPoint) throws {
      let here = try surface.evaluate(at: point)
      for axis in [ParameterAxis.mean, .shape] {
        let slope = try difference(surface, at: point, along: axis) { $0.value }
        let bend = try difference(surface, at: point, along: axis) { $0.slope(along: axis) }
        let mixed = try difference(surface, at: point, along: axis) {
          $0.slope(along: axis.other)
        }
        let scale = 1 + abs(here.value) + abs(here.curvature(along: axis))
        #expect(abs(slope - here.slope(along: axis)) < 1e-8 * scale, "\(point)")
        #expect(abs(bend - here.curvature(along: axis)) < 1e-7 * scale, "\(point)")
        #expect(abs(mixed - here.mixedCurvature) < 1e-7 * scale, "\(point)")
      }
    }

    private func difference(
      _ surface: any LikelihoodSurface, at point: ParameterPoint, along axis: ParameterAxis,
      of part: (LogLikelihood) -> Double
    ) throws -> Double {
      let step = 2e-4
      let values = try [-2.0, -1, 1, 2].map { factor in
        var moved = point
        moved[axis] += factor * step
        return part(try surface.evaluate(at: moved))
      }
      return (8 * (values[2] - values[1]) - (values[3] - values[0])) / (12 * step)
    }

    /// log Q(k, x) of mpmath 1.3, 30 digits: log gammainc(k, x, inf, regularized) and its derivatives by k.
    @Test(
      "of the gamma tail by its shape",
      arguments: [
        (0.05, 0.001, -1.2989402160759926, 17.0874564883991),
        (0.3, 0.2, -1.0715032543768821, 2.98803036362773),
        (0.3, 9, -11.70242923191674, 5.7949077477221),
        (1, 0.5, -0.5, 0.806979116825318),
        (1, 30, -30.0, 4.01070278532267),
        (2.5, 1, -0.16352527559465034, 0.212095224373538),
        (3, 4, -1.4350506425384633, 0.748613537552274),
        (3, 700, -687.58812937149494, 5.62972660635898),
        (12, 11, -0.54599217707808387, 0.200008462478569),
        (12, 13.5, -1.1892380316529427, 0.329141538956558),
        (40, 80, -15.085366208479626, 0.728611088723576),
        (250, 240, -0.31149683260120197, 0.0286387125313379),
        (250, 270, -2.2538867004243537, 0.108184621609818),
      ] as [(Double, Double, Double, Double)])
    func gammaTail(shape: Double, x: Double, value: Double, first: Double) throws {
      let tail = GammaTailByShape(
        shape: shape, digamma: try SpecialFunctions.digamma(shape),
        trigamma: try SpecialFunctions.trigamma(shape))
      let found = try tail.survival(at: x, logarithm: logarithm(x))
      let hazard = found.slopeOfMean
      #expect(abs(found.value - value) < 1e-12 * (1 + abs(value)))
      #expect(isClose((found.slopeOfShape + hazard) / shape, first, 1e-9))
    }
  }
#endif
