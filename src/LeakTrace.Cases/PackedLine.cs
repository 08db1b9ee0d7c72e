using LeakTrace.Engine.Counting;
using LeakTrace.Engine.Scoring;
using LeakTrace.Engine.Tracing;

namespace LeakTrace.Cases;

/// <summary>How a line of a result lies in a block; its file and sheet are those of the block.</summary>
static class PackedLine
{
    public static void Write(RowLine line, BinaryWriter writer)
    {
        writer.Write(line.Row);
        writer.Write((byte)line.Status);
        writer.Write(line.Reason);
        writer.Write(line.SameAs);
        writer.Write(line.Person);
        writer.Write(line.Corroborated);
        writer.Write(line.Record);
        writer.Write(line.Source);
        writer.Write(line.Probability);
        writer.Write7BitEncodedInt(line.Further.Count);
        foreach (var (status, person) in line.Further)
        {
            writer.Write((byte)status);
            writer.Write(person);
        }
    }

    public static RowLine ReadRow(string file, string sheet, BinaryReader reader)
    {
        var line = new RowLine(
            file, sheet, reader.ReadInt32(), (RowStatus)reader.ReadByte(), reader.ReadString(), reader.ReadString(), reader.ReadString(),
            reader.ReadBoolean(), reader.ReadString(), reader.ReadString(), reader.ReadDouble());
        var further = reader.Read7BitEncodedInt();
        return further == 0 ? line : line with { Further = ReadFurther(further, reader) };
    }

    static List<(RowStatus Status, string Person)> ReadFurther(int count, BinaryReader reader)
    {
        var further = new List<(RowStatus Status, string Person)>();
        for (var i = 0; i < count; i++)
        {
            further.Add(((RowStatus)reader.ReadByte(), reader.ReadString()));
        }

        return further;
    }

    public static void Write(MatchLine line, BinaryWriter writer)
    {
        writer.Write(line.Row);
        writer.Write(line.Source);
        writer.Write(line.Record);
        writer.Write(line.Probability);
        writer.Write(line.WeightBits);
        writer.Write((byte)line.Class);
        writer.Write(line.Evidence);
    }

    public static MatchLine ReadMatch(string file, string sheet, BinaryReader reader) => new(
        file, sheet, reader.ReadInt32(), reader.ReadString(), reader.ReadString(), reader.ReadDouble(), reader.ReadDouble(),
        (MatchClass)reader.ReadByte(), reader.ReadString());
}
