using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace LeakTrace.Engine.Records;

/// <summary>Fetches into the processor's cache what will be read soon: random reads of large arrays wait for memory otherwise. Changes nothing else.</summary>
static class Ahead
{
    /// <summary>Fetches an element; the array may be null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(T[]? array, int index)
        where T : unmanaged
    {
        // The address may be stale by the time of the fetch, if the array moves: fetching is only a hint, and faults never.
        if (Sse.IsSupported && array is not null && (uint)index < (uint)array.Length)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), index)));
        }
    }
}
