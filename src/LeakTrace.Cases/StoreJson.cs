using System.Text.Json.Serialization;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Cases;

/// <summary>What the store keeps as JSON: enumerations by name, numbers that are none by name. Generated at build, for reflection takes longer than the rest of a small case.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(HolderEvidence))]
sealed partial class StoreJson : JsonSerializerContext;
