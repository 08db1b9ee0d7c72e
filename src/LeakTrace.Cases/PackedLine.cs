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
    }

    public static RowLine ReadRow(string file, string sheet, BinaryReader reader) => new(
        file, sheet, reader.ReadInt32(), (RowStatus)reader.ReadByte(), reader.ReadString(), reader.ReadString(), reader.ReadString(),
        reader.ReadBoolean(), reader.ReadString(), reader.ReadString(), reader.ReadDouble());

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
