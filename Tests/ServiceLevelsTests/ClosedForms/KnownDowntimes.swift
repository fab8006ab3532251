import Quantities
import Topology

/// P(downtime <= limit) of one process, from up and in steady state.
struct KnownDowntime: Sendable {
  let restoration: Law
  /// Hours: window, limit and MTBF.
  let window: Double
  let limit: Double
  let mtbf: Double
  let up: Double
  let steady: Double

  init(_ restoration: Law, _ hours: [Double], up: Double, steady: Double) {
    self.restoration = restoration
    (window, limit, mtbf) = (hours[0], hours[1], hours[2])
    self.up = up
    self.steady = steady
  }

  /// Source: mpmath. Uniform: the alternating sums of Irwin and Hall with 120 digits, and their
  /// integrals. Hyperexponential: the transform of a compound Poisson sum, inverted by Euler summation
  /// (Abate and Whitt 2006, section 5) of 30 terms with 40 digits.
  static let closed = [
    KnownDowntime(
      .uniform(from: .minutes(30), to: .minutes(90)), [720, 0.72, 100], up: 0.00194192679569759782,
      steady: 0.00192917625511841146),
    KnownDowntime(
      .uniform(from: .minutes(30), to: .minutes(90)), [720, 5, 60], up: 0.0168024546999277837,
      steady: 0.0166981068764839296),
    KnownDowntime(
      .uniform(from: .minutes(30), to: .minutes(90)), [720, 30, 60], up: 0.999993012890225094,
      steady: 0.999992931627943072),
    KnownDowntime(
      .uniform(from: .minutes(30), to: .minutes(90)), [8760, 87, 100], up: 0.51900427738569453,
      steady: 0.51878375147664727),
    KnownDowntime(
      .uniform(from: .zero, to: .hours(2)), [720, 0.72, 100], up: 0.00438757762283897027,
      steady: 0.00435805106154751389),
    KnownDowntime(
      .uniform(from: .zero, to: .hours(2)), [720, 5, 60], up: 0.0278804549444821822,
      steady: 0.0277025565828150306),
    KnownDowntime(
      .uniform(from: .zero, to: .hours(2)), [720, 30, 60], up: 0.999950350777190225,
      steady: 0.999949770403424748),
    KnownDowntime(
      .uniform(from: .zero, to: .hours(2)), [8760, 87, 100], up: 0.519267300234797494,
      steady: 0.519022632413754746),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 1.5), [720, 0.72, 100],
      up: 0.0141544638127522119, steady: 0.0140467454575475408),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 1.5), [720, 5, 60],
      up: 0.0976838851500341329, steady: 0.0969481303006867535),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 1.5), [720, 30, 60],
      up: 0.989009657451167146, steady: 0.98888147956349654),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 1.5), [8760, 87, 100],
      up: 0.533185888575002717, steady: 0.532802738861966764),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 3), [720, 0.72, 100],
      up: 0.0228836578435817059, steady: 0.0227029219760399265),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 3), [720, 5, 60],
      up: 0.224168897879268308, steady: 0.222175287039880176),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 3), [720, 30, 60],
      up: 0.932020416851687018, steady: 0.930851862904089738),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 3), [8760, 87, 100],
      up: 0.565627059985550228, steady: 0.5649473411981933),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 30), [720, 0.72, 100],
      up: 0.0287022424843149695, steady: 0.0284719660944342203),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 30), [720, 5, 60],
      up: 0.378869075307805266, steady: 0.375125138571192597),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 30), [720, 30, 60],
      up: 0.993803564156998476, steady: 0.985873997415260376),
    KnownDowntime(
      .hyperexponential(mean: .hours(1), coefficientOfVariation: 30), [8760, 87, 100],
      up: 0.955155407098425583, steady: 0.950650092843222902),
  ]

  /// Source: mpmath, the same inversion; transforms of lognormal and Weibull laws by the trapezoidal
  /// rule in the logarithm, 36 digits. The inversions of 24 and of 30 terms agree to 1e-14.
  static let numerical = [
    KnownDowntime(
      .gamma(mean: .hours(1), shape: 0.5), [720, 0.72, 100], up: 0.02373307984807808,
      steady: 0.0235508195399551565),
    KnownDowntime(
      .gamma(mean: .hours(1), shape: 0.5), [720, 30, 60], up: 0.993134064631847776,
      steady: 0.993052976970469374),
    KnownDowntime(
      .gamma(mean: .hours(1), shape: 0.5), [720, 5, 60], up: 0.101554250485092267,
      steady: 0.100809627392164145),
    KnownDowntime(
      .gamma(mean: .hours(1), shape: 2.5), [720, 0.72, 100], up: 0.00363724898974084325,
      steady: 0.00361230183890245609),
    KnownDowntime(
      .gamma(mean: .hours(1), shape: 2.5), [720, 30, 60], up: 0.999894168986690097,
      steady: 0.9998929622304144),
    KnownDowntime(
      .gamma(mean: .hours(1), shape: 2.5), [720, 5, 60], up: 0.0289085063900229807,
      steady: 0.028720888896369544),
    KnownDowntime(
      .lognormal(mean: .hours(1), sigma: 0.3), [720, 0.72, 100], up: 0.001684093678469236,
      steady: 0.00167358754809282),
    KnownDowntime(
      .lognormal(mean: .hours(1), sigma: 0.3), [720, 30, 60], up: 0.9999914496416144,
      steady: 0.9999913507934199),
    KnownDowntime(
      .lognormal(mean: .hours(1), sigma: 0.3), [720, 5, 60], up: 0.01700017902381158,
      steady: 0.01689430116440891),
    KnownDowntime(
      .lognormal(mean: .hours(1), sigma: 1), [720, 0.72, 100], up: 0.00836826456907493,
      steady: 0.008305978496355921),
    KnownDowntime(
      .lognormal(mean: .hours(1), sigma: 1), [720, 30, 60], up: 0.9919788288095914,
      steady: 0.9918820037210599),
    KnownDowntime(
      .lognormal(mean: .hours(1), sigma: 1), [720, 5, 60], up: 0.06908276630875659,
      steady: 0.06858310573388544),
    KnownDowntime(
      .lognormal(mean: .hours(1), sigma: 1), [8760, 87, 100], up: 0.5361297182726165,
      steady: 0.5357784460378258),
    KnownDowntime(
      .lognormal(mean: .hours(1), sigma: 2), [720, 0.72, 100], up: 0.1034509073074742,
      steady: 0.1025818359902424),
    KnownDowntime(
      .lognormal(mean: .hours(1), sigma: 2), [720, 30, 60], up: 0.9352850834848059,
      steady: 0.9324238206508747),
    KnownDowntime(
      .lognormal(mean: .hours(1), sigma: 2), [720, 5, 60], up: 0.3667305878436631,
      steady: 0.3631632716330415),
    KnownDowntime(
      .lognormal(mean: .hours(1), sigma: 2), [8760, 87, 100], up: 0.6536731867454102,
      steady: 0.6524167567808167),
    KnownDowntime(
      .weibull(mean: .hours(1), shape: 0.5), [720, 0.72, 100], up: 0.0522122201713632,
      steady: 0.05179229754154998),
    KnownDowntime(
      .weibull(mean: .hours(1), shape: 0.5), [720, 30, 60], up: 0.9645543556157423,
      steady: 0.9640327104818144),
    KnownDowntime(
      .weibull(mean: .hours(1), shape: 0.5), [720, 5, 60], up: 0.1884180213058981,
      steady: 0.1868695392036253),
    KnownDowntime(
      .weibull(mean: .hours(1), shape: 2.5), [720, 0.72, 100], up: 0.002433814598291525,
      steady: 0.002418053106032291),
    KnownDowntime(
      .weibull(mean: .hours(1), shape: 2.5), [720, 30, 60], up: 0.9999811546586474,
      steady: 0.9999809364886493),
    KnownDowntime(
      .weibull(mean: .hours(1), shape: 2.5), [720, 5, 60], up: 0.0206162642150557,
      steady: 0.02048640928712377),
  ]
}
