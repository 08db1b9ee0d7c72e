using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeakTrace.Engine.Records;

namespace LeakTrace.Cases;

/// <summary>What the user tells of a case in case.json; everything is optional.</summary>
/// <remarks>
/// <code>
/// {
///   "columns": [
///     { "file": "disk/**/*.xlsx", "sheet": "Q1", "headerRow": 3,
///       "roles": { "客户": "person-name", "联系": "phone", "#7": "event-date", "备用": "none" } }
///   ],
///   "aliases": {
///     "上海市第一妇婴保健院": ["一妇婴", "市一妇婴"]
///   },
///   "roles": { "L": "insider", "Z": "lawful-business" },
///   "profits": { "Z": 62000 },
///   "policy": "policy.json"
/// }
/// </code>
/// <c>columns</c>: <c>file</c> is a pattern of names as they stand in the tables (<see cref="FilePattern"/>); <c>sheet</c> and
/// <c>headerRow</c> may be absent (<c>headerRow</c> 0: no header); <c>roles</c> maps a header, or <c>#</c> and the column's number
/// from 1, to a <see cref="FieldRole"/> in words with dashes. Where entries overlap, the first that names the column holds.
/// <c>aliases</c>: a source as the registers name it, with other spellings. <c>roles</c>: what parties to the sale were: <c>insider</c> (sold
/// what duty or service gave), <c>outsider</c>, <c>lawful-business</c> (bought for one). <c>profits</c>: yuan that a lawful business made with
/// what it bought. <c>policy</c>: another counting rule, a file of the case. Comments and trailing commas are allowed.
/// </remarks>
public sealed class CaseSettings
{
    /// <summary>Settings of a case without case.json.</summary>
    public static readonly CaseSettings None = new([], new Dictionary<string, IReadOnlyList<string>>());

    internal CaseSettings(IReadOnlyList<ColumnSetting> columns, IReadOnlyDictionary<string, IReadOnlyList<string>> aliases)
    {
        Columns = columns;
        Aliases = aliases;
        ImportHash = HashOf(columns);
    }

    /// <summary>What is said of columns, in the order of the file.</summary>
    public IReadOnlyList<ColumnSetting> Columns { get; }

    /// <summary>Other spellings by source.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; }

    /// <summary>Roles of parties to the sale.</summary>
    public IReadOnlyDictionary<string, PartyRole> Roles { get; internal init; } = new Dictionary<string, PartyRole>();

    /// <summary>Profits of parties with what they bought for a lawful business, in yuan.</summary>
    public IReadOnlyDictionary<string, decimal> Profits { get; internal init; } = new Dictionary<string, decimal>();

    /// <summary>Path of another policy, from the folder of the case; null where the built-in one holds.</summary>
    public string? Policy { get; internal init; }

    /// <summary>Hash of what changes how files are read; aliases do not.</summary>
    public string ImportHash { get; }

    /// <summary>Reads a case's settings; <see cref="None"/> where it has no case.json.</summary>
    /// <exception cref="InputException">case.json cannot be read or is wrong; all that is wrong is named at once.</exception>
    public static CaseSettings Of(CaseFolder folder)
    {
        if (folder.SettingsPath is null)
        {
            return None;
        }

        try
        {
            return Parse(File.ReadAllBytes(folder.SettingsPath));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder.SettingsPath}: cannot be read. Grant read access to it, or remove it.", e);
        }
    }

    /// <summary>Reads settings from the bytes of a case.json.</summary>
    /// <exception cref="InputException">They are wrong; all that is wrong is named at once.</exception>
    public static CaseSettings Parse(ReadOnlyMemory<byte> json) => CaseSettingsReader.Read(json);

    static string HashOf(IReadOnlyList<ColumnSetting> columns)
    {
        var text = new StringBuilder();
        foreach (var column in columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"file {column.File}\nsheet {column.Sheet ?? "\0"}\nheader {column.HeaderRow ?? -1}\n");
            foreach (var (header, role) in column.Roles.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"role {header}\0{(int)role}\n");
            }

            foreach (var (position, role) in column.RolesByPosition.OrderBy(pair => pair.Key))
            {
                text.Append(CultureInfo.InvariantCulture, $"position {position}\0{(int)role}\n");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
