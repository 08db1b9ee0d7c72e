using Microsoft.Data.Sqlite;

namespace LeakTrace.Cases;

/// <summary>Runs statements with their values, and reads rows by position. Nothing is generated at run time: that takes longer than the rest of a small case.</summary>
static class Statements
{
    /// <summary>Runs a statement for its effect.</summary>
    public static void Execute(this SqliteConnection database, string sql, params ReadOnlySpan<SqlValue> values)
    {
        using var command = Prepare(database, sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>First value of the first row; null where there is no row, or nothing in it.</summary>
    public static object? Scalar(this SqliteConnection database, string sql, params ReadOnlySpan<SqlValue> values)
    {
        using var command = Prepare(database, sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>The one integer that a statement gives.</summary>
    public static long Number(this SqliteConnection database, string sql, params ReadOnlySpan<SqlValue> values) =>
        database.Scalar(sql, values) is long number ? number : throw new InvalidDataException("A number is missing.");

    /// <summary>All rows.</summary>
    public static List<T> Query<T>(this SqliteConnection database, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<SqlValue> values)
    {
        using var command = Prepare(database, sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Rows one after another, without keeping them.</summary>
    public static IEnumerable<T> Stream<T>(this SqliteConnection database, string sql, Func<SqliteDataReader, T> read, params SqlValue[] values)
    {
        using var command = Prepare(database, sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }

    static SqliteCommand Prepare(SqliteConnection database, string sql, ReadOnlySpan<SqlValue> values)
    {
        var command = database.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue("@" + name, value);
        }

        return command;
    }
}
