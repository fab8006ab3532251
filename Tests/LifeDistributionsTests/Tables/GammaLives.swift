import Topology

/// Gamma laws, times in seconds. The defining formulas, evaluated with mpmath at 45
/// digits and rounded to 16.
let gammaLives: [KnownLife] = [
  KnownLife(
    .gamma(mean: .minutes(30), shape: 0.15), source: "mpmath, 45 digits",
    moments: [1800, 24840000, 640872000000, 1.20640308768e+21],
    variance: 21600000,
    ages: [
      KnownAge(
        1e-290, density: 1.242548576452339e+245,
        distribution: 8.283657176348926e-45, survival: 1,
        hazard: 1.242548576452339e+245,
        partialMean: 1800, excess: 1800),
      KnownAge(
        3.509020344e-130, density: 4.274697359761151e+108,
        distribution: 9.999999999896643e-21, survival: 1,
        hazard: 4.274697359761151e+108,
        partialMean: 1800, excess: 1800),
      KnownAge(
        3.509020344e-10, density: 4274697.359761019,
        distribution: 0.00999999999989659, survival: 0.9900000000001034,
        hazard: 4317876.120970275,
        partialMean: 1800, excess: 1799.999999999652),
      KnownAge(
        74.81766911, density: 9.970159051177822e-4,
        distribution: 0.5000000000021111, survival: 0.4999999999978889,
        hazard: 0.001994031810243984,
        partialMean: 1795.132873034313, excess: 1757.724038479471),
      KnownAge(
        45331.24287, density: 9.903370050646459e-8,
        distribution: 0.9989999999996668, survival: 0.001000000000333151,
        hazard: 9.90337004734714e-5,
        partialMean: 55.67184876028034, excess: 10.34060587517818),
      KnownAge(
        492556.2918, density: 8.501963891406283e-25,
        distribution: 1, survival: 9.99999999635332e-21,
        hazard: 8.501963894506677e-5,
        partialMean: 5.043234968835728e-15, excess: 1.176720526319233e-16),
      KnownAge(
        2685932.122, density: 8.364840264053784e-105,
        distribution: 1, survival: 1.000000021624459e-100,
        hazard: 8.364840083168639e-5,
        partialMean: 2.697887179313446e-94, excess: 1.195499923161629e-96),
      KnownAge(
        8173184.79, density: 8.343717658952469e-304,
        distribution: 1, survival: 9.999999602829493e-300,
        hazard: 8.343717990340339e-5,
        partialMean: 8.185169551393077e-293, excess: 1.19850860078715e-295),
    ],
    lowerQuantiles: [0, 7.559955157662089e-197, 7.559955157662178e-57, 2.470237180934891],
    upperQuantiles: [8200781.478625705, 764466.6199878715, 197598.6791332315, 739.2962563726682]),
  KnownLife(
    .gamma(mean: .minutes(30), shape: 0.3), source: "mpmath, 45 digits",
    moments: [1800, 14040000, 193752000000, 9.897627168000001e+19],
    variance: 10800000,
    ages: [
      KnownAge(
        1e-290, density: 2.458417294592192e+201,
        distribution: 8.194724315307309e-89, survival: 1,
        hazard: 2.458417294592192e+201,
        partialMean: 1800, excess: 1800),
      KnownAge(
        9.01333489e-64, density: 3.328401792039138e+42,
        distribution: 1.000000000004163e-20, survival: 1,
        hazard: 3.328401792039138e+42,
        partialMean: 1800, excess: 1800),
      KnownAge(
        0.0009013335931, density: 3.328401022948281,
        distribution: 0.009999999999861462, survival: 0.9900000000001385,
        hazard: 3.362021235300823,
        partialMean: 1799.99999792, excess: 1799.999105599742),
      KnownAge(
        438.7868152, density: 3.230856396881589e-4,
        distribution: 0.4999999999994471, survival: 0.5000000000005529,
        hazard: 6.461712793756032e-4,
        partialMean: 1750.594313254727, excess: 1531.200905654484),
      KnownAge(
        27713.61626, density: 1.882746839152628e-7,
        distribution: 0.9990000000006123, survival: 9.999999993877321e-4,
        hazard: 1.882746840305373e-4,
        partialMean: 33.10663404790024, excess: 5.393017804868395),
      KnownAge(
        253909.2464, density: 1.693622201958292e-24,
        distribution: 1, survival: 1.000000007791347e-20,
        hazard: 1.693622188762694e-4,
        partialMean: 2.598158022053475e-15, excess: 5.906553827052464e-17),
      KnownAge(
        1352203.271, density: 1.671820759912249e-104,
        distribution: 1, survival: 1.000000033814073e-100,
        hazard: 1.671820703381183e-4,
        partialMean: 1.358184900108295e-94, excess: 5.9815833847954e-97),
      KnownAge(
        4096846.634, density: 1.668372731514999e-303,
        distribution: 1, survival: 9.999999557449289e-300,
        hazard: 1.668372805348956e-4,
        partialMean: 4.102840325539107e-293, excess: 5.993872845345823e-296),
    ],
    lowerQuantiles: [0, 4.183619457845583e-97, 4.183619457845607e-27, 76.35994661969221],
    upperQuantiles: [4110648.039734896, 390291.6836907765, 105500.7745160531, 1539.389479926313]),
  KnownLife(
    .gamma(mean: .minutes(30), shape: 2.5), source: "mpmath, 45 digits",
    moments: [1800, 4536000, 14696640000, 2.72369889792e+17],
    variance: 1296000,
    ages: [
      KnownAge(
        2.923903127e-117, density: 8.550214869031767e-183,
        distribution: 9.999999996833552e-300, survival: 1,
        hazard: 8.550214869031767e-183,
        partialMean: 1800, excess: 1800),
      KnownAge(
        1.164026806e-05, density: 2.147716851097643e-15,
        distribution: 9.999999991693809e-21, survival: 1,
        hazard: 2.147716851097643e-15,
        partialMean: 1800, excess: 1799.999988359732),
      KnownAge(
        199.5473076, density: 1.155412521540333e-4,
        distribution: 0.009999999997437323, survival: 0.9900000000025627,
        hazard: 1.167083355088224e-4,
        partialMean: 1798.600280969143, excess: 1601.048446444632),
      KnownAge(
        1566.525669, density: 3.806547538093691e-4,
        distribution: 0.5000000000782665, survival: 0.4999999999217335,
        hazard: 7.613095077379083e-4,
        partialMean: 1329.339918724982, excess: 546.0770843475883),
      KnownAge(
        7385.402035, density: 1.204527989696758e-6,
        distribution: 0.9990000000001496, survival: 9.999999998504412e-4,
        hazard: 0.001204527989876905,
        partialMean: 8.205064895481836, excess: 0.8196628615863883),
      KnownAge(
        37234.43181, density: 1.34937484990768e-23,
        distribution: 1, survival: 9.999999940531156e-21,
        hazard: 0.001349374857932256,
        partialMean: 3.797510819050748e-16, excess: 7.406766019363367e-18),
      KnownAge(
        171496.5973, density: 1.380179085055428e-103,
        distribution: 1, survival: 1.000000059483779e-100,
        hazard: 0.001380179002957165,
        partialMean: 1.722211321682467e-95, excess: 7.245246669809472e-98),
      KnownAge(
        502569.1902, density: 1.385908552428904e-302,
        distribution: 1, survival: 1.000000039200268e-299,
        hazard: 0.001385908498100919,
        partialMean: 5.032907560680833e-294, excess: 7.215461672363623e-297),
    ],
    lowerQuantiles: [
      1.164026801009926e-117, 1.164026801010464e-9, 0.2924242436396355, 1079.966927793566,
    ],
    upperQuantiles: [504230.6108350897, 54212.2862888436, 18249.18973255549, 2183.194794295766]),
  KnownLife(
    .gamma(mean: .minutes(30), shape: 100.0), source: "mpmath, 45 digits",
    moments: [1800, 3272400, 6008126400, 2.08523321989632e+16],
    variance: 32400,
    ages: [
      KnownAge(
        0.7000672761, density: 1.427884087169616e-297,
        distribution: 9.999999975455345e-300, survival: 1,
        hazard: 1.427884087169616e-297,
        partialMean: 1800, excess: 1799.2999327239),
      KnownAge(
        599.7053674, density: 1.120024416444574e-21,
        distribution: 9.999999966170448e-21, survival: 1,
        hazard: 1.120024416444574e-21,
        partialMean: 1800, excess: 1200.2946326),
      KnownAge(
        1407.887695, density: 1.74666373645593e-4,
        distribution: 0.01000000000553256, survival: 0.9899999999944674,
        hazard: 1.764306804510799e-4,
        partialMean: 1786.426391477388, excess: 392.617573435177),
      KnownAge(
        1794.003569, density: 0.002220666433067993,
        distribution: 0.5000000010044544, survival: 0.4999999989955456,
        hazard: 0.004441332875058219,
        partialMean: 971.7099013086666, excess: 74.70811861066149),
      KnownAge(
        2407.86475, density: 1.543956951032914e-5,
        distribution: 0.9989999999937498, survival: 0.001000000006250163,
        hazard: 0.01543956941382932,
        partialMean: 2.469175124474026, excess: 0.06131035942447978),
      KnownAge(
        4007.824583, density: 3.104812238434013e-22,
        distribution: 1, survival: 9.999999906844824e-21,
        hazard: 0.03104812267356946,
        partialMean: 4.039837689895185e-17, excess: 3.201314423014559e-19),
      KnownAge(
        8697.951544, density: 4.420299714027602e-102,
        distribution: 1, survival: 1.000000000270307e-100,
        hazard: 0.04420299712832766,
        partialMean: 8.720559490548997e-97, excess: 2.260794419788322e-99),
      KnownAge(
        18265.67215, density: 5.014145654937895e-301,
        distribution: 1, survival: 9.999999958598382e-300,
        hazard: 0.05014145675697269,
        partialMean: 1.828561330872738e-295, excess: 1.994123435021675e-298),
    ],
    lowerQuantiles: [0.684125800504954, 435.334572119169, 920.5794401190736, 1701.437388459853],
    upperQuantiles: [18311.58771938485, 4706.781440992231, 3097.278716481841, 1889.868738219573]),
  KnownLife(
    .erlang(mean: .minutes(30), phases: 3), source: "mpmath, 45 digits",
    moments: [1800, 4320000, 12960000000, 1.959552e+17],
    variance: 1080000,
    ages: [
      KnownAge(
        2.348920585e-97, density: 1.277182387647394e-202,
        distribution: 1.000000000381471e-299, survival: 1,
        hazard: 1.277182387647394e-202,
        partialMean: 1800, excess: 1800),
      KnownAge(
        0.0002348920815, density: 1.277182137763901e-16,
        distribution: 1.000000000518307e-20, survival: 1,
        hazard: 1.277182137763901e-16,
        partialMean: 1800, excess: 1799.999765107918),
      KnownAge(
        261.627099, density: 1.024494651515529e-4,
        distribution: 0.009999999995187344, survival: 0.9900000000048127,
        hazard: 1.034843082333887e-4,
        partialMean: 1798.082133825684, excess: 1539.071305814425),
      KnownAge(
        1604.436188, density: 4.109902438612033e-4,
        distribution: 0.4999999999037723, survival: 0.5000000000962277,
        hazard: 8.219804875642119e-4,
        partialMean: 1295.644572272726, excess: 493.4264781183343),
      KnownAge(
        6737.323345, density: 1.395898313708555e-6,
        distribution: 0.9989999999993752, survival: 0.001000000000624801,
        hazard: 0.001395898312836396,
        partialMean: 7.442770978841509, excess: 0.7054476296320226),
      KnownAge(
        32009.86444, density: 1.605356294108713e-23,
        distribution: 1, survival: 1.000000004198469e-20,
        hazard: 0.001605356287368675,
        partialMean: 3.263234241894965e-16, excess: 6.224778445572353e-18),
      KnownAge(
        144323.6669, density: 1.65286655240745e-103,
        distribution: 1, survival: 1.000000010676622e-100,
        hazard: 0.001652866534760419,
        partialMean: 1.449286570631005e-95, excess: 6.049886222112166e-98),
      KnownAge(
        420532.4061, density: 1.661917539728324e-302,
        distribution: 1, survival: 9.999999781191616e-300,
        hazard: 0.001661917576092474,
        partialMean: 4.211341089936611e-294, excess: 6.017120952627069e-297),
    ],
    lowerQuantiles: [
      1.090272355699284e-97, 1.090272355748813e-7, 1.090767960016209, 1148.265476476238,
    ],
    upperQuantiles: [421917.8985602768, 46260.33845851336, 16003.37193519007, 2169.340599519594]),
  KnownLife(
    .gamma(mean: .minutes(30), shape: 10_000), source: "mpmath, 45 digits",
    moments: [1800, 3240324, 5833749716.64, 1.891458229443283e+16],
    variance: 324,
    ages: [
      KnownAge(
        1213.640079, density: 2.685825777826717e-299,
        distribution: 1.000001276065016e-299, survival: 1,
        hazard: 2.685825777826717e-299,
        partialMean: 1800, excess: 586.359921),
      KnownAge(
        1638.328338, density: 5.542737344705392e-21,
        distribution: 9.99999877311696e-21, survival: 1,
        hazard: 5.542737344705392e-21,
        partialMean: 1800, excess: 161.671662),
      KnownAge(
        1758.390634, density: 0.0015039605026066,
        distribution: 0.009999999691107099, survival: 0.9900000003088929,
        hazard: 0.001519152022360955,
        partialMean: 1782.476019567111, excess: 41.66929136395684),
      KnownAge(
        1799.94, density: 0.02216389099223605,
        distribution: 0.4999999921192189, survival: 0.5000000078807811,
        hazard: 0.04432778128579702,
        partialMean: 907.1808754968677, excess: 7.210861311934584),
      KnownAge(
        1856.13754, density: 1.832739147244901e-4,
        distribution: 0.9989999999235534, survival: 0.001000000076446643,
        hazard: 0.1832739007138158,
        partialMean: 1.861232824384076, excess: 0.005095142488592885),
      KnownAge(
        1971.845568, density: 4.898570548973705e-21,
        distribution: 1, survival: 9.999999157267758e-21,
        hazard: 0.4898570961792074,
        partialMean: 1.973865891585721e-17, excess: 2.020489759504416e-20),
      KnownAge(
        2210.476161, density: 1.03406908087517e-100,
        distribution: 1, survival: 9.999998267514709e-101,
        hazard: 1.034069260026148,
        partialMean: 2.211440997530961e-97, excess: 9.652194927049112e-101),
      KnownAge(
        2550.136818, density: 1.635529544752515e-299,
        distribution: 1, survival: 1.000000597792331e-299,
        hazard: 1.635528567046081,
        partialMean: 2.550749415646225e-296, excess: 6.11073193993505e-300),
    ],
    lowerQuantiles: [1212.783694486259, 1601.400486051262, 1694.129114060256, 1790.517467163525],
    upperQuantiles: [2551.543743045836, 2014.248034659968, 1910.067545593999, 1809.395532959697]),
]
