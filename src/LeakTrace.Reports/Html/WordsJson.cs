using System.Text.Json.Serialization;

namespace LeakTrace.Reports.Html;

/// <summary>Reads the files of words.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
sealed partial class WordsJson : JsonSerializerContext;
