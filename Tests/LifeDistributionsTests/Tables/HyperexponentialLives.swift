import Topology

/// Hyperexponential laws, times in seconds. The defining formulas, evaluated with mpmath at 45
/// digits and rounded to 16.
let hyperexponentialLives: [KnownLife] = [
  KnownLife(
    .hyperexponential(mean: .minutes(30), coefficientOfVariation: 1.0), source: "mpmath, 45 digits",
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
    upperQuantiles: [1243395.950216785, 124339.5950216785, 37301.87850650354, 2167.151047786685]),
  KnownLife(
    .hyperexponential(mean: .minutes(30), coefficientOfVariation: 2.0), source: "mpmath, 45 digits",
    moments: [1800, 16200000, 349920000000, 4.3932456e+20],
    variance: 12960000,
    ages: [
      KnownAge(
        1e-290, density: 8.888888888888889e-4,
        distribution: 8.88888888888889e-294, survival: 1,
        hazard: 8.888888888888889e-4,
        partialMean: 1800, excess: 1800),
      KnownAge(
        1.125e-17, density: 8.888888888888889e-4,
        distribution: 1.0e-20, survival: 1,
        hazard: 8.888888888888889e-4,
        partialMean: 1800, excess: 1800),
      KnownAge(
        11.31197295, density: 8.791673221525061e-4,
        distribution: 0.009999999998363807, survival: 0.9900000000016362,
        hazard: 8.880478001525789e-4,
        partialMean: 1799.943543799944, excess: 1788.744690579426),
      KnownAge(
        812.6876228, density: 4.053310046679605e-4,
        distribution: 0.5000000000160584, survival: 0.4999999999839416,
        hazard: 8.10662009361957e-4,
        partialMean: 1623.162673431943, excess: 1216.818862044994),
      KnownAge(
        37730.31893, density: 1.252240725785713e-7,
        distribution: 0.9990000000005199, survival: 9.99999999480112e-4,
        hazard: 1.252240726436738e-4,
        partialMean: 45.71600391781904, excess: 7.98568500743458),
      KnownAge(
        350321.5464, density: 1.25224073134135e-24,
        distribution: 1, survival: 1.000000003917096e-20,
        hazard: 1.252240726436203e-4,
        partialMean: 3.583072328151104e-15, excess: 7.985685042867369e-17),
      KnownAge(
        1821339.088, density: 1.252240668936487e-104,
        distribution: 1, survival: 9.999999540825376e-101,
        hazard: 1.252240726436203e-4,
        partialMean: 1.829324689013635e-94, excess: 7.985684644904284e-97),
      KnownAge(
        5480495.221, density: 1.252240784986881e-303,
        distribution: 1, survival: 1.000000046756727e-299,
        hazard: 1.252240726436203e-4,
        partialMean: 5.488481162634989e-293, excess: 7.985685384971167e-296),
    ],
    lowerQuantiles: [0, 1.125e-27, 1.125000000615234e-6, 408.8861645072064],
    upperQuantiles: [5498882.94063841, 534198.7390815353, 148056.6345160006, 1479.449301752909]),
  KnownLife(
    .hyperexponential(mean: .minutes(30), coefficientOfVariation: 10.0),
    source: "mpmath, 45 digits",
    moments: [1800, 327240000, 176709600000000, 1.156471163630496e+26],
    variance: 324000000,
    ages: [
      KnownAge(
        1e-290, density: 0.0011001100110011,
        distribution: 1.1001100110011e-293, survival: 1,
        hazard: 0.0011001100110011,
        partialMean: 1800, excess: 1800),
      KnownAge(
        9.09e-18, density: 0.0011001100110011,
        distribution: 1.0e-20, survival: 1,
        hazard: 0.0011001100110011,
        partialMean: 1800, excess: 1800),
      KnownAge(
        9.135983306, density: 0.00108905445682965,
        distribution: 0.01000000000013812, survival: 0.9899999999998619,
        hazard: 0.00110005500689879,
        partialMean: 1799.954396980422, excess: 1790.909773507483),
      KnownAge(
        631.453984, density: 5.473375537171489e-4,
        distribution: 0.499999999995581, survival: 0.500000000004419,
        hazard: 0.001094675107424623,
        partialMean: 1660.356453606258, excess: 1344.629461603468),
      KnownAge(
        290242.3519, density: 5.528053494391317e-9,
        distribution: 0.9989999999997273, survival: 0.001000000000272727,
        hazard: 5.528053492883666e-6,
        partialMean: 471.1378519159866, excess: 180.8954999368295),
      KnownAge(
        7371206.136, density: 5.528053501146788e-26,
        distribution: 1, survival: 1.000000001494762e-20,
        hazard: 5.528053492883666e-6,
        partialMean: 7.552101647176087e-14, excess: 1.8089550015789e-15),
      KnownAge(
        40693388.65, density: 5.528053514961174e-106,
        distribution: 1, survival: 1.000000003993722e-100,
        hazard: 5.528053492883666e-6,
        partialMean: 4.087428431312802e-93, excess: 1.808955006099407e-95),
      KnownAge(
        123582317.7, density: 5.528052130605376e-305,
        distribution: 1, survival: 9.999997535699879e-300,
        hazard: 5.528053492883666e-6,
        partialMean: 1.237631827009174e-291, excess: 1.808954553094141e-294),
    ],
    lowerQuantiles: [0, 9.090000000000001e-28, 9.090000004567498e-7, 324.5412638959354],
    upperQuantiles: [123998844.9368526, 11536478.9505769, 2789406.040533239, 1099.515917809009]),
]
