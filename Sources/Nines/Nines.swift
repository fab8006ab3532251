/// One import for users of the library: the model, its engines and its language.
@_exported import Assessment
@_exported import CapacityPlanning
@_exported import FleetCapacity
@_exported import IncidentLogs
@_exported import InputUncertainty
@_exported import Interchange
@_exported import LifeDistributions
@_exported import OutageSimulation
@_exported import Quantities
@_exported import Queueing
@_exported import RedundancyAllocation
@_exported import Reports
@_exported import ResourceAdequacy
@_exported import ServiceLevels
@_exported import StructureFunctions
@_exported import Topology
@_exported import TopologyLanguage
