import Topology

/// Weibull laws, times in seconds. The defining formulas, evaluated with mpmath at 45
/// digits and rounded to 16.
let weibullLives: [KnownLife] = [
  KnownLife(
    .weibull(mean: .minutes(30), shape: 0.5), source: "mpmath, 45 digits",
    moments: [1800, 19440000, 524880000000, 2.142770112e+21],
    variance: 16200000,
    ages: [
      KnownAge(
        1e-290, density: 1.666666666666667e+143,
        distribution: 3.333333333333333e-147, survival: 1,
        hazard: 1.666666666666667e+143,
        partialMean: 1800, excess: 1800),
      KnownAge(
        9e-38, density: 5.555555555555556e+16,
        distribution: 1.0e-20, survival: 1,
        hazard: 5.555555555555556e+16,
        partialMean: 1800, excess: 1800),
      KnownAge(
        0.09090832569, density: 0.05472453936079531,
        distribution: 0.009999999999925635, survival: 0.9900000000000744,
        hazard: 0.05527731248564768,
        partialMean: 1799.999697733374, excess: 1799.909698490941),
      KnownAge(
        432.4077125, density: 4.00748622489855e-4,
        distribution: 0.4999999999894277, survival: 0.5000000000105723,
        hazard: 8.014972449627628e-4,
        partialMean: 1740.036318771713, excess: 1523.832462517141),
      KnownAge(
        42945.37469, density: 8.042490409225502e-8,
        distribution: 0.9989999999996079, survival: 0.001000000000392074,
        hazard: 8.042490406072254e-5,
        partialMean: 57.17933421388062, excess: 14.23395950704287),
      KnownAge(
        1908683.32, density: 1.206373557455463e-25,
        distribution: 1, survival: 9.999999972521611e-21,
        hazard: 1.206373560770384e-5,
        partialMean: 1.993376377875255e-14, excess: 8.469306312000886e-16),
      KnownAge(
        47717082.99, density: 2.412747146857868e-106,
        distribution: 1, survival: 1.000000010388276e-100,
        hazard: 2.412747121793585e-6,
        partialMean: 4.813334880674273e-93, excess: 4.162653210445083e-95),
      KnownAge(
        426595493.7, density: 8.069388219408428e-306,
        distribution: 1, survival: 9.999999817561995e-300,
        hazard: 8.06938836662474e-7,
        partialMean: 4.278365371917177e-291, excess: 1.241051274440742e-293),
    ],
    lowerQuantiles: [0, 9.000000000000002e-58, 9.000000009000001e-16, 114.4953140703281],
    upperQuantiles: [429453746.9487502, 4294537.469487502, 386508.3722538752, 1304.595462200813]),
  KnownLife(
    .weibull(mean: .minutes(30), shape: 1.5), source: "mpmath, 45 digits",
    moments: [1800, 4733635.095308471, 15854473086.18946, 2.918583508493724e+17],
    variance: 1493635.095308471,
    ages: [
      KnownAge(
        9.254947066e-197, density: 1.620754812814746e-103,
        distribution: 9.999999999710141e-300, survival: 1,
        hazard: 1.620754812814746e-103,
        partialMean: 1800, excess: 1800),
      KnownAge(
        9.254947066e-11, density: 1.620754812814746e-10,
        distribution: 9.999999999710142e-21, survival: 1,
        hazard: 1.620754812814746e-10,
        partialMean: 1800, excess: 1799.999999999907),
      KnownAge(
        92.85978114, density: 1.607234968709817e-4,
        distribution: 0.01000000000070387, survival: 0.9899999999992961,
        hazard: 1.623469665364606e-4,
        partialMean: 1799.443541372551, excess: 1707.512358044017),
      KnownAge(
        1561.675918, density: 3.328862150450482e-4,
        distribution: 0.5000000001087645, survival: 0.4999999998912355,
        hazard: 6.657724302349213e-4,
        partialMean: 1372.198522273308, excess: 591.3605634431632),
      KnownAge(
        7232.113524, density: 1.432725425116035e-6,
        distribution: 0.9989999999994711, survival: 0.001000000000528923,
        hazard: 0.001432725424358234,
        partialMean: 7.901380434370689, excess: 0.6692669065454587),
      KnownAge(
        25617.55803, density: 2.696492511095053e-23,
        distribution: 1, survival: 1.000000008739834e-20,
        hazard: 0.002696492487528157,
        partialMean: 2.598580011836817e-16, excess: 3.68241864474976e-18),
      KnownAge(
        74906.1941, density: 4.610937270894566e-103,
        distribution: 1, survival: 9.999999949037029e-101,
        hazard: 0.004610937294393273,
        partialMean: 7.512275720239915e-96, excess: 2.165634841433728e-98),
      KnownAge(
        155464.7229, density: 6.642725898395e-302,
        distribution: 1, survival: 1.000000123046591e-299,
        hazard: 0.006642725081030326,
        partialMean: 1.556152099295485e-294, excess: 1.504679001443567e-297),
    ],
    lowerQuantiles: [
      1.99391790137845e-197, 1.993917901378451e-17, 0.00199391790204309, 1002.818506966724,
    ],
    upperQuantiles: [155811.1625914969, 33568.49737813191, 15043.40234851521, 2256.58513969584]),
  KnownLife(
    .weibull(mean: .minutes(30), shape: 3.0), source: "mpmath, 45 digits",
    moments: [1800, 3667982.488753275, 8190172172.500816, 5.00690135143456e+16],
    variance: 427982.4887532749,
    ages: [
      KnownAge(
        4.342745149e-97, density: 6.908072882454835e-203,
        distribution: 9.999999999739727e-300, survival: 1,
        hazard: 6.908072882454835e-203,
        partialMean: 1800, excess: 1800),
      KnownAge(
        0.0004342745149, density: 6.908072882454835e-17,
        distribution: 9.999999999739727e-21, survival: 1,
        hazard: 6.908072882454835e-17,
        partialMean: 1800, excess: 1799.999565725485),
      KnownAge(
        435.0019483, density: 6.86192270917533e-5,
        distribution: 0.00999999999692023, survival: 0.9900000000030798,
        hazard: 6.931235059751499e-5,
        partialMean: 1796.739828267425, excess: 1366.087899449086),
      KnownAge(
        1783.909552, density: 5.828326721336143e-4,
        distribution: 0.5000000002139145, survival: 0.4999999997860855,
        hazard: 0.001165665344765934,
        partialMean: 1164.669798118371, excess: 272.7150224999747),
      KnownAge(
        3838.928219, density: 5.398190493132135e-6,
        distribution: 0.9990000000012032, survival: 9.999999987968395e-4,
        hazard: 0.005398190499627025,
        partialMean: 4.009490336916215, excess: 0.1705621225350624),
      KnownAge(
        7225.139532, density: 1.912144475286569e-22,
        distribution: 1, survival: 1.000000006017095e-20,
        hazard: 0.01912144463781014,
        partialMean: 7.276705726580579e-17, excess: 5.156615110622747e-19),
      KnownAge(
        12354.81481, density: 5.591144842120329e-102,
        distribution: 1, survival: 1.000000091751767e-100,
        hazard: 0.05591144329122959,
        partialMean: 1.237264995847864e-96, excess: 1.783401490255694e-99),
      KnownAge(
        17798.90573, density: 1.160418889762424e-300,
        distribution: 1, survival: 9.999999099133545e-300,
        hazard: 0.1160418994300679,
        partialMean: 1.780751337824393e-295, excess: 8.60925168764607e-299),
    ],
    lowerQuantiles: [
      2.015723739099934e-97, 2.015723739099934e-7, 2.015723739435888, 1429.514432508786,
    ],
    upperQuantiles: [17818.72635331686, 8270.720127075731, 5536.692573972283, 2144.387347988698]),
  KnownLife(
    .weibull(mean: .minutes(30), shape: 7.0), source: "mpmath, 45 digits",
    moments: [1800, 3331469.888653368, 6313123654.363275, 2.40441066283334e+16],
    variance: 91469.88865336809,
    ages: [
      KnownAge(
        3.715112638e-40, density: 1.884195899744233e-259,
        distribution: 9.999999999439401e-300, survival: 1,
        hazard: 1.884195899744233e-259,
        partialMean: 1800, excess: 1800),
      KnownAge(
        2.673713339, density: 2.618081712305501e-20,
        distribution: 9.999999995404539e-21, survival: 1,
        hazard: 2.618081712305501e-20,
        partialMean: 1800, excess: 1797.326286661),
      KnownAge(
        997.36684, density: 6.983270817245114e-5,
        distribution: 0.01000000000199646, survival: 0.9899999999980035,
        hazard: 7.053808906322421e-5,
        partialMean: 1791.275965108796, excess: 803.8827935107876),
      KnownAge(
        1826.07445, density: 0.001328541194468517,
        distribution: 0.4999999995491703, survival: 0.5000000004508297,
        hazard: 0.00265708238654125,
        partialMean: 1019.998307735567, excess: 106.9610819123186),
      KnownAge(
        2536.080166, density: 1.906654508263158e-5,
        distribution: 0.9990000000032565, survival: 9.9999999674355e-4,
        hazard: 0.01906654514472083,
        partialMean: 2.583291137420791, excess: 0.04721097967940947),
      KnownAge(
        3325.5557, density: 9.693474900710566e-22,
        distribution: 1, survival: 9.999999811945685e-21,
        hazard: 0.09693475083000547,
        partialMean: 3.335687142583472e-17, excess: 1.013150512198175e-19),
      KnownAge(
        4185.208359, density: 3.851204341611837e-101,
        distribution: 1, survival: 9.999998100567548e-101,
        hazard: 0.3851205073122226,
        partialMean: 4.187794564545657e-97, excess: 2.587000497714302e-100),
      KnownAge(
        4894.069258, density: 9.847242549963036e-300,
        distribution: 1, survival: 9.999996060827465e-300,
        hazard: 0.9847246428963304,
        partialMean: 4.895081581147695e-296, excess: 1.014251006015518e-299),
    ],
    lowerQuantiles: [
      2.673713339175528e-40, 0.09966517053032987, 99.66517053744881, 1660.720868430012,
    ],
    upperQuantiles: [4896.404216432305, 3523.871963788762, 2967.038329629749, 1975.942798482938]),
]
