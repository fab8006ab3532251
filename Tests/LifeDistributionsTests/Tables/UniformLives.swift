import Topology

/// Uniform laws, times in seconds. The defining formulas, evaluated with mpmath at 45
/// digits and rounded to 16.
let uniformLives: [KnownLife] = [
  KnownLife(
    .uniform(from: .minutes(10), to: .minutes(40)), source: "mpmath, 45 digits",
    moments: [1500, 2520000, 4590000000, 1.76904e+16],
    variance: 270000,
    ages: [
      KnownAge(
        0.0, density: 0,
        distribution: 0, survival: 1,
        hazard: 0,
        partialMean: 1500, excess: 1500),
      KnownAge(
        300.0, density: 0,
        distribution: 0, survival: 1,
        hazard: 0,
        partialMean: 1500, excess: 1200),
      KnownAge(
        600.0, density: 5.555555555555556e-4,
        distribution: 0, survival: 1,
        hazard: 5.555555555555556e-4,
        partialMean: 1500, excess: 900),
      KnownAge(
        600.001, density: 5.555555555555556e-4,
        distribution: 5.555555555424184e-7, survival: 0.9999994444444445,
        hazard: 5.555558641977023e-4,
        partialMean: 1499.999666666389, excess: 899.9990000002778),
      KnownAge(
        1500.0, density: 5.555555555555556e-4,
        distribution: 0.5, survival: 0.5,
        hazard: 0.001111111111111111,
        partialMean: 975, excess: 225),
      KnownAge(
        2399.999, density: 5.555555555555556e-4,
        distribution: 0.9999994444444443, survival: 5.555555556687371e-7,
        hazard: 999.9999997962732,
        partialMean: 0.001333333055827191, excess: 2.777777778909593e-10),
      KnownAge(
        2400.0, density: 5.555555555555556e-4,
        distribution: 1, survival: 0,
        hazard: .infinity,
        partialMean: 0, excess: 0),
      KnownAge(
        1000000.0, density: 0,
        distribution: 1, survival: 0,
        hazard: .infinity,
        partialMean: 0, excess: 0),
    ],
    lowerQuantiles: [600, 600, 600.0000018, 1140],
    upperQuantiles: [2400, 2400, 2399.9999982, 1860])
]
