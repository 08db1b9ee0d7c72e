using System.IO.Compression;
using System.Xml;

namespace LeakTrace.Ingest.Workbooks.OpenXml;

/// <summary>Parts of an office package by path: any case, either slash, as programs write them.</summary>
sealed class PackageParts
{
    // A part longer than this that packs better than this is a bomb: real sheets pack to a hundredth at most.
    const long RatioFrom = 64L << 20;
    const int MostRatio = 100;

    readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the parts of a package.</summary>
    public PackageParts(ZipArchive zip)
    {
        foreach (var entry in zip.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>Paths of all parts.</summary>
    public IEnumerable<string> Paths => _entries.Keys;

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string path) => _entries.ContainsKey(path);

    /// <summary>Opens a part; null where there is none.</summary>
    /// <exception cref="UnreadableFileException">The part is a bomb.</exception>
    public Stream? Open(string path)
    {
        if (!_entries.TryGetValue(path, out var entry))
        {
            return null;
        }

        if (entry.Length > RatioFrom && entry.Length / MostRatio > entry.CompressedLength)
        {
            throw new UnreadableFileException("workbook-bomb",
                $"a part of the workbook unpacks to {entry.Length >> 20} MB, more than {MostRatio} times its size. "
                + "If it is a list, open it in a spreadsheet program and save its used cells as .csv.");
        }

        return entry.Open();
    }

    /// <summary>Targets of a part's relationships by their id, with the last word of their type; empty where it has none.</summary>
    public Dictionary<string, (string Type, string Path)> Relations(string path)
    {
        var relations = new Dictionary<string, (string Type, string Path)>(StringComparer.Ordinal);
        var slash = path.LastIndexOf('/');
        var folder = path[..(slash + 1)];
        using var part = Open($"{folder}_rels/{path[(slash + 1)..]}.rels");
        if (part is null)
        {
            return relations;
        }

        using var xml = PartXml.Open(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship")
            {
                var type = PartXml.Attribute(xml, "Type") ?? "";
                var target = PartXml.Attribute(xml, "Target") ?? "";
                relations.TryAdd(PartXml.Attribute(xml, "Id") ?? "", (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }
        }

        return relations;
    }

    string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var parts = new List<string>();
        foreach (var name in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (name != ".")
            {
                parts.Add(name);
            }
        }

        var path = string.Join('/', parts);
        // Some writers give a path from the root without saying so.
        return Has(path) || !Has(target) ? path : target;
    }
}
