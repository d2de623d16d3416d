namespace ReferralPathway.Web.Pages.Shared;

/// <summary>What the frame of a page shows of the person at the keyboard and of where they can go.</summary>
public interface INavigation
{
    /// <summary>Null when nobody is signed in.</summary>
    SignedIn? Who { get; }

    /// <summary>Five or six words, those of the role.</summary>
    IReadOnlyList<NavigationItem> Items { get; }
}

/// <param name="Organisation">Its name in the language of the page.</param>
/// <param name="Href">The person's own account.</param>
public sealed record SignedIn(string Name, string Organisation, string? Href = null);

/// <param name="TextKey">A text or text key.</param>
/// <param name="Active">The page stands under this item.</param>
/// <param name="Waiting">How many things wait there; 0 is not shown.</param>
public sealed record NavigationItem(string TextKey, string Href, bool Active, int Waiting = 0);

/// <summary>The national hotline's hours, from the domain.</summary>
public interface IHotline
{
    HotlineNow Now { get; }
}

/// <param name="ChangesAt">When it closes, or when closed, opens next.</param>
/// <param name="Number">As people write it.</param>
/// <param name="Dial">As a telephone dials it, E.164.</param>
public sealed record HotlineNow(bool IsOpen, DateTimeOffset ChangesAt, string Number = "020-39 00 00", string Dial = "+4620390000");

/// <summary>Registered only in sample mode; every page then says that its persons are invented, and what time its clock shows.</summary>
public sealed record SampleNotice;
