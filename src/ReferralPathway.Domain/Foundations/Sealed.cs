namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// Something that is kept only as ciphertext: an identity, a narrative, a note. It is written once and never changed; a new version is a new row.
/// What was read from the database stays closed until the case's key has opened it, and says so when it is asked too early.
/// </summary>
public sealed class Sealed<T> : ISealed where T : class
{
    private T? _value;
    private byte[]? _box;

    public Sealed(T value) => _value = value;

    /// <summary>As read from the database.</summary>
    public Sealed(SealedBox box) => _box = box.Bytes;

    /// <exception cref="InvalidOperationException">It has not been opened.</exception>
    public T Value => _value ?? throw new InvalidOperationException("This record is sealed: open it with its key first.");

    public bool IsOpen => _value is not null;

    byte[]? ISealed.Box => _box;

    Type ISealed.ContentType => typeof(T);

    object? ISealed.Content => _value;

    void ISealed.Close(byte[] box) => _box = box;

    void ISealed.Open(object content) => _value = (T)content;
}

/// <summary>Ciphertext as it stands in the database.</summary>
public sealed record SealedBox(byte[] Bytes);

/// <summary>How the keeper of keys handles what is sealed, whatever is inside.</summary>
public interface ISealed
{
    byte[]? Box { get; }

    Type ContentType { get; }

    object? Content { get; }

    void Close(byte[] box);

    void Open(object content);
}
