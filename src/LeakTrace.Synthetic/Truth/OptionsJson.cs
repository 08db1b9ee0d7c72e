using System.Text.Json.Serialization;

namespace LeakTrace.Synthetic.Truth;

/// <summary>Options of all kinds of cases as JSON, generated at build.</summary>
[JsonSerializable(typeof(AdmissionsCallsOptions))]
[JsonSerializable(typeof(CourierOptions))]
[JsonSerializable(typeof(MaternityOptions))]
[JsonSerializable(typeof(ResaleOptions))]
sealed partial class OptionsJson : JsonSerializerContext;
