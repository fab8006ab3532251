import Topology

/// Exponential laws, times in seconds. The defining formulas, evaluated with mpmath at 45
/// digits and rounded to 16.
let exponentialLives: [KnownLife] = [
  KnownLife(
    .exponential(mean: .minutes(30)), source: "mpmath, 45 digits",
    moments: [1800, 6480000, 34992000000, 2.2674816e+18],
    variance: 3240000,
    ages: [
      KnownAge(
        1e-290, density: 5.555555555555556e-4,
        distribution: 5.555555555555556e-294, survival: 1,
        hazard: 5.555555555555556e-4,
        partialMean: 1800, excess: 1800),
      KnownAge(
        1.8e-17, density: 5.555555555555556e-4,
        distribution: 1.0e-20, survival: 1,
        hazard: 5.555555555555556e-4,
        partialMean: 1800, excess: 1800),
      KnownAge(
        18.09060454, density: 5.499999999988702e-4,
        distribution: 0.01000000000203357, survival: 0.9899999999979664,
        hazard: 5.555555555555556e-4,
        partialMean: 1799.909698490903, excess: 1781.99999999634),
      KnownAge(
        1247.664925, density: 2.777777777789971e-4,
        distribution: 0.4999999999978051, survival: 0.5000000000021949,
        hazard: 5.555555555555556e-4,
        partialMean: 1523.832462506689, excess: 900.0000000039508),
      KnownAge(
        12433.9595, density: 5.555555562246438e-7,
        distribution: 0.9989999999987956, survival: 0.001000000001204359,
        hazard: 5.555555555555556e-4,
        partialMean: 14.2339595171428, excess: 1.800000002167846),
      KnownAge(
        82893.06335, density: 5.555555548721136e-24,
        distribution: 1, survival: 9.999999987698044e-21,
        hazard: 5.555555555555556e-4,
        partialMean: 8.469306324581096e-16, excess: 1.799999997785648e-17),
      KnownAge(
        414465.3167, density: 5.555555675704317e-104,
        distribution: 1, survival: 1.000000021626777e-100,
        hazard: 5.555555555555556e-4,
        partialMean: 4.162653257024772e-95, excess: 1.800000038928199e-97),
      KnownAge(
        1239251.297, density: 5.555555708010393e-303,
        distribution: 1, survival: 1.000000027441871e-299,
        hazard: 5.555555555555556e-4,
        partialMean: 1.241051331056769e-293, excess: 1.800000049395367e-296),
    ],
    lowerQuantiles: [0, 1.8e-27, 1.8000000009e-6, 642.0148990897183],
    upperQuantiles: [1243395.950216785, 124339.5950216785, 37301.87850650354, 2167.151047786685])
]
